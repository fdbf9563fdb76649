namespace Semel.Generator.Tests.Oddities;

/// <summary>Where requests go, and what they carry to prove whose they are.</summary>
internal static class ServerOddities
{
    private const string None = "responses: { '204': { description: None. } }";
    private const string One = $"\npaths:\n  /things: {{ get: {{ {None} }} }}\n";

    private const string Send = """
            async Task<string> SendAsync(DelegatingHandler handler)
            {
                handler.InnerHandler = new SocketsHttpHandler();
                using var client = new HttpClient(handler) { BaseAddress = http.BaseAddress };
                await new Api(client, semel).Things.GetAsync();
                return sent[^1];
            }
            """;

    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("servers with variables", ["server-variables"], """
            servers:
            - { url: 'https://{region}.example.com:{port}/{base}', description: Regional., variables: { region: { enum: [eu, us], default: eu }, port: { default: '8443' }, base: { default: v2 } } }
            - { url: /relative }
            """ + One, """
            Assert.Equal("https://us.example.com:8443/v2", Api.BaseAddress.Default(region: "us").ToString());
            Assert.Throws<ArgumentException>(() => Api.BaseAddress.Default(region: "evil.example"));
            await api.Things.GetAsync();
            """),
        new("servers at path and operation", ["servers-path", "servers-op"], $$"""
            servers: [{ url: https://api.example.com }]
            paths:
              /things:
                servers: [{ url: https://files.example.com }]
                get: { {{None}} }
                put: { servers: [{ url: https://uploads.example.com }], {{None}} }
              /plain: { get: { {{None}} } }
            """, """
            await Assert.ThrowsAnyAsync<Exception>(() => api.Things.GetAsync());
            semel.Options.Servers["https://files.example.com"] = new Uri(http.BaseAddress!, "files/");
            semel.Options.Servers["https://uploads.example.com"] = new Uri(http.BaseAddress!, "uploads/");
            await api.Things.GetAsync();
            await api.Things.PutAsync();
            await api.Plain.GetAsync();
            Assert.Equal(["GET /files/things", "PUT /uploads/things", "GET /plain"], sent.Select(line => line.Split(" | ")[0]));
            """),
        new("no servers", ["no-servers", "no-host"], One, """
            await api.Things.GetAsync();
            Assert.Empty(api.GetType().GetNestedTypes().Where(type => type.Name == "BaseAddress"));
            """),
        new("http basic", [], "components: { securitySchemes: { who: { type: http, scheme: Basic } } }" + One, Send + """
            Assert.Contains("Authorization: Basic dTpw", await SendAsync(Api.Security.Who("u", "p")));
            """),
        new("http bearer", [], "components: { securitySchemes: { who: { type: http, scheme: bearer, bearerFormat: JWT } } }" + One, Send + """
            Assert.Contains("Authorization: Bearer t", await SendAsync(Api.Security.Who("t")));
            """),
        new("apiKey in a header", [], "components: { securitySchemes: { who: { type: apiKey, in: header, name: X-Key } } }" + One, Send + """
            Assert.Contains("X-Key: k", await SendAsync(Api.Security.Who("k")));
            """),
        new("apiKey in the query", [], "components: { securitySchemes: { who: { type: apiKey, in: query, name: key } } }" + One, Send + """
            Assert.StartsWith("GET /things?key=k%26", await SendAsync(Api.Security.Who("k&")));
            """),
        new("apiKey in a cookie", [], "components: { securitySchemes: { who: { type: apiKey, in: cookie, name: sid } } }" + One, Send + """
            Assert.Contains("Cookie: sid=k", await SendAsync(Api.Security.Who("k")));
            """),
        new("OAuth2 client credentials", [], "components: { securitySchemes: { who: { type: oauth2, flows: { clientCredentials: { scopes: {} }, implicit: { authorizationUrl: 'https://example.com', scopes: {} } } } } }" + One, Send + """
            replies.Enqueue((200, "application/json", "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3600}"));
            Assert.Contains("Authorization: Bearer t", await SendAsync(Api.Security.Who(new Uri(http.BaseAddress!, "token"), "id", "secret")));
            Assert.StartsWith("POST /token", sent[0]);
            """),
        new("security schemes of other kinds", [], "components: { securitySchemes: { a: { type: openIdConnect, openIdConnectUrl: 'https://example.com' }, b: { type: mutualTLS }, c: { type: http, scheme: digest }, d: { type: odd } } }" + One, """
            await api.Things.GetAsync();
            """),
        new("OpenAPI 2.0 with a file, a form and no host", [], """
            basePath: /v1
            consumes: [application/json]
            produces: [application/json]
            paths:
              /things:
                put:
                  consumes: [multipart/form-data]
                  parameters: [{ name: data, in: formData, type: file, required: true }, { name: title, in: formData, type: string }]
                  responses: { '200': { description: It., schema: { $ref: '#/definitions/Thing' } } }
                get:
                  parameters: [{ name: ids, in: query, type: array, items: { type: integer }, collectionFormat: pipes }]
                  responses: { '200': { description: File., schema: { type: file } } }
            definitions: { Thing: { type: object, properties: { name: { type: string, x-nullable: true } } } }
            """, """
            replies.Enqueue((200, "application/json", "{\"name\":\"n\"}"));
            using var data = new System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes("abc"));
            Assert.Equal("n", (await api.Things.PutAsync(new UploadFile(data, "a.txt"), new() { Title = "t" })).Name);
            replies.Enqueue((200, "application/octet-stream", "abc"));
            await using var file = await api.Things.GetAsync([1, 2]);
            Assert.Equal("GET /things?ids=1%7C2", sent[1].Split(" | ")[0]);
            """)
        { Version = "swagger: '2.0'" },
    ];
}
