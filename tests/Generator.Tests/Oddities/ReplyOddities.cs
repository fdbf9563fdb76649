namespace Semel.Generator.Tests.Oddities;

/// <summary>Replies by status and media type.</summary>
internal static class ReplyOddities
{
    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("default responses", [], """
            paths:
              /thing:
                get: { responses: { default: { description: It., content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } } } }
            """, """
            replies.Enqueue((200, "application/json", "{\"name\":\"n\"}"));
            Assert.Equal("n", (await api.Thing.GetAsync())!.Name);
            """),
        new("default as the error", [], """
            paths:
              /thing:
                get: { responses: { '204': { description: None. }, default: { description: Wrong., content: { application/json: { schema: { $ref: '#/components/schemas/Failure' } } } } } }
            components: { schemas: { Failure: { type: object, properties: { code: { type: string } } } } }
            """, """
            replies.Enqueue((503, "application/json", "{\"code\":\"busy\"}"));
            var error = await Assert.ThrowsAsync<ApiException>(() => api.Thing.GetAsync());
            Assert.Equal((503, "busy"), (error.Status, ((Failure)error.Error!).Code));
            """),
        new("4XX responses", ["status-range"], """
            paths:
              /thing:
                get: { responses: { 2xx: { description: It., content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }, 4XX: { description: Wrong., content: { application/problem+json: { schema: { $ref: '#/components/schemas/Failure' } } } } } }
            components: { schemas: { Failure: { type: object, properties: { code: { type: string }, title: { type: string } } } } }
            """, """
            replies.Enqueue((200, "application/json", "{\"name\":\"n\"}"));
            replies.Enqueue((418, "application/problem+json", "{\"code\":\"pot\",\"title\":\"Teapot\"}"));
            Assert.Equal("n", (await api.Thing.GetAsync()).Name);
            var error = await Assert.ThrowsAsync<ApiException>(() => api.Thing.GetAsync());
            Assert.Equal((418, "pot", "Teapot"), (error.Status, ((Failure)error.Error!).Code, error.Details!.Title));
            """),
        new("no 2xx at all", ["no-2xx"], """
            paths:
              /session: { post: { responses: { '101': { description: Switched. }, '400': { description: Wrong. } } } }
              /moved: { get: { responses: { '302': { description: Elsewhere. } } } }
              /silent: { get: { responses: {} } }
            """, """
            await api.Session.PostAsync();
            await api.Moved.GetAsync();
            await api.Silent.GetAsync();
            Assert.Equal(3, sent.Count);
            """),
        new("several 2xx", ["multi-2xx-same", "multi-2xx-different", "get-201", "delete-201"], """
            paths:
              /same: { get: { responses: { '200': { description: Old., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '201': { description: New., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }
              /other: { get: { responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '202': { description: Later. } } } }
              /made: { get: { responses: { '201': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }, delete: { responses: { '201': { description: Gone. } } } }
            components: { schemas: { Thing: { type: object, properties: { name: { type: string } } } } }
            """, """
            foreach (var status in new[] { 201, 200, 201, 201 }) replies.Enqueue((status, "application/json", "{\"name\":\"n\"}"));
            Assert.Equal("n", (await api.Same.GetAsync()).Name);
            Assert.Equal("n", (await api.Other.GetAsync())!.Name);
            Assert.Equal("n", (await api.Made.GetAsync()).Name);
            await api.Made.DeleteAsync();
            """),
        new("wrong media types", ["resp"], """
            paths:
              /thing: { get: { responses: { '200': { description: It., content: { '*/*': { schema: { $ref: '#/components/schemas/Thing' } } } } } } }
              /text: { get: { responses: { '200': { description: It., content: { text/plain: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }
              /odd: { get: { responses: { '200': { description: It., content: { 'json': { schema: { $ref: '#/components/schemas/Thing' } } } } } } }
            components: { schemas: { Thing: { type: object, properties: { name: { type: string } } } } }
            """, """
            replies.Enqueue((200, "text/html", "{\"name\":\"n\"}"));
            Assert.Equal("n", (await api.Thing.GetAsync()).Name);
            replies.Enqueue((200, "text/plain", "{\"name\":\"n\"}"));
            Assert.NotNull(await api.Text.GetAsync());
            """),
        new("vendor media types", [], """
            paths:
              /thing: { get: { responses: { '200': { description: It., content: { application/vnd.acme.thing.v2+json: { schema: { $ref: '#/components/schemas/Thing' } }, application/xml: { schema: { type: string } } } } } } }
            components: { schemas: { Thing: { type: object, properties: { name: { type: string } } } } }
            """, """
            replies.Enqueue((200, "application/vnd.acme.thing.v2+json; charset=utf-8", "{\"name\":\"n\"}"));
            Assert.Equal("n", (await api.Thing.GetAsync()).Name);
            Assert.Contains("Accept: application/vnd.acme.thing.v2+json", sent.Single());
            """),
        new("octet streams", ["type-file"], """
            paths:
              /file: { get: { responses: { '200': { description: Bytes., content: { application/octet-stream: { schema: { type: string, format: binary } } } } } } }
              /image: { get: { responses: { '200': { description: Bytes., content: { image/png: {} } } } } }
            """, """
            replies.Enqueue((200, "application/octet-stream", "abc"));
            replies.Enqueue((200, "image/png", "png"));
            await using var file = await api.File.GetAsync();
            using var reader = new System.IO.StreamReader(file.Content);
            Assert.Equal("abc", await reader.ReadToEndAsync());
            await using var image = await api.Image.GetAsync();
            Assert.Equal("image/png", image.ContentType);
            """),
        new("text", [], """
            paths:
              /text: { get: { responses: { '200': { description: Text., content: { text/plain: { schema: { type: string } } } } } } }
              /page: { get: { responses: { '200': { description: Text., content: { text/html: { schema: { type: string } } } } } } }
            """, """
            replies.Enqueue((200, "text/plain", "a\"b"));
            replies.Enqueue((200, "text/html", "<p>"));
            Assert.Equal(("a\"b", "<p>"), (await api.Text.GetAsync(), await api.Page.GetAsync()));
            """),
        new("headers of replies", ["ref-header"], """
            paths:
              /thing: { get: { responses: { '204': { description: None., headers: { X-Left: { $ref: '#/components/headers/left' } } } } } }
            components: { headers: { left: { schema: { type: integer } } } }
            """, """
            using var seen = ApiReplies.Capture();
            await api.Thing.GetAsync();
            Assert.Equal(204, seen.Last!.Status);
            """),
    ];
}
