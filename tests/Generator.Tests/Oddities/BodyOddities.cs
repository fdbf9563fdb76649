namespace Semel.Generator.Tests.Oddities;

/// <summary>Bodies by media type, and where nobody expects one.</summary>
internal static class BodyOddities
{
    private const string None = "responses: { '204': { description: None. } }";

    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("form-urlencoded", ["req"], $$"""
            paths:
              /form: { put: { requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, required: [name], properties: { name: { type: string }, tags: { type: array, items: { type: string } }, Parameter1.Name: { type: string } } } } } }, {{None}} } }
            """, """
            await api.Form.PutAsync(new() { Name = "a&b", Tags = ["x", "y"], Parameter1Name = "p" });
            Assert.Equal("PUT /form | Content-Type: application/x-www-form-urlencoded | name=a%26b&tags=x&tags=y&Parameter1.Name=p", sent.Single());
            """),
        new("multipart with files", ["req-multi-media"], $$"""
            paths:
              /upload: { put: { requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, required: [file, title], properties: { title: { type: string }, file: { type: string, format: binary } } } }, application/octet-stream: { schema: { type: string, format: binary } } } }, {{None}} } }
            """, """
            using var data = new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes("abc"));
            await api.Upload.PutAsync(new UploadFile(data, "a.txt"), new() { Title = "t" });
            Assert.Contains("multipart/form-data; boundary=", sent.Single());
            Assert.Contains("filename=\"a.txt\"", sent.Single());
            Assert.Contains("\r\nabc\r\n", sent.Single());
            """),
        new("octet streams as bodies", [], $$"""
            paths:
              /bytes: { put: { requestBody: { required: true, content: { application/octet-stream: { schema: { type: string, format: binary } } } }, {{None}} } }
            """, """
            using var data = new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes("abc"));
            await api.Bytes.PutAsync(data);
            Assert.Equal("PUT /bytes | Content-Type: application/octet-stream | abc", sent.Single());
            """),
        new("text as a body", [], $$"""
            paths:
              /text: { put: { requestBody: { required: true, content: { text/plain: { schema: { type: string } } } }, {{None}} } }
            """, """
            await api.Text.PutAsync("a b");
            Assert.StartsWith("PUT /text | Content-Type: text/plain", sent.Single());
            Assert.EndsWith(" | a b", sent.Single());
            """),
        new("wrong and vendor media types as bodies", [], $$"""
            paths:
              /vendor: { patch: { requestBody: { required: true, content: { application/vnd.acme+json: { schema: { $ref: '#/components/schemas/Thing' } } } }, {{None}} } }
              /merge: { patch: { requestBody: { required: true, content: { application/merge-patch+json: { schema: { $ref: '#/components/schemas/Thing' } } } }, {{None}} } }
              /list: { put: { requestBody: { required: true, content: { application/json-patch+json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } }, {{None}} } }
              /any: { put: { requestBody: { required: true, content: { '*/*': { schema: { $ref: '#/components/schemas/Thing' } } } }, {{None}} } }
            components: { schemas: { Thing: { type: object, properties: { name: { type: [string, 'null'] }, size: { type: integer } } } } }
            """, """
            await api.Vendor.PatchAsync(new() { Name = null });
            await api.Merge.PatchAsync(new() { Size = 2 });
            await api.List.PutAsync([new() { Name = "n" }]);
            await api.Any.PutAsync(new() { Name = "n" });
            Assert.Equal(
                ["PATCH /vendor | Content-Type: application/vnd.acme+json | {\"name\":null}", "PATCH /merge | Content-Type: application/merge-patch+json | {\"size\":2}", "PUT /list | Content-Type: application/json-patch+json | [{\"name\":\"n\"}]", "PUT /any | Content-Type: application/json | {\"name\":\"n\"}"],
                sent.Select(line => line.Replace("; charset=utf-8", "")));
            """),
        new("GET and DELETE with bodies", ["delete-with-body"], $$"""
            paths:
              /things:
                get: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, {{None}} }
                delete: { requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, {{None}} }
            components: { schemas: { Thing: { type: object, properties: { name: { type: string } } } } }
            """, """
            await api.Things.GetAsync(new() { Name = "g" });
            await api.Things.GetAsync();
            await api.Things.DeleteAsync(new() { Name = "d" });
            Assert.Equal(["{\"name\":\"g\"}", "GET /things", "{\"name\":\"d\"}"], sent.Select(line => line.Split(" | ")[^1]));
            """),
        new("POST without a body", ["post-no-body"], $$"""
            paths:
              /things/{id}/restart: { post: { {{None}} } }
            """, """
            await api.Things.PostRestartAsync("1");
            Assert.Equal("POST /things/1/restart", sent.Single().Split(" | ")[0]);
            """),
        new("an idempotency header", ["idempotency-header"], """
            paths:
              /things:
                post:
                  parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
                  responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
              /things/{id}:
                get: { responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }
            components: { schemas: { Thing: { type: object, properties: { id: { type: string }, name: { type: string } } } } }
            """, """
            replies.Enqueue((201, "application/json", "{\"id\":\"1\",\"name\":\"n\"}"));
            replies.Enqueue((200, "application/json", "{\"id\":\"1\",\"name\":\"n\"}"));
            Assert.Equal(Outcome.Created, (await api.Things.CreateAsync(new() { Name = "n" })).Outcome);
            Assert.Equal(Outcome.Reused, (await api.Things.CreateAsync(new() { Name = "n" })).Outcome);
            Assert.Contains("Idempotency-Key: ", Assert.Single(sent, line => line.StartsWith("POST")));
            """),
    ];
}
