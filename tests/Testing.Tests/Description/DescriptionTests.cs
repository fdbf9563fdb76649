using Semel.Testing.Definitions;
using Semel.Testing.Http;
using Semel.Testing.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Semel.Testing.Tests.Description;

/// <summary>The document and the server say the same.</summary>
public sealed class DescriptionTests
{
    private static readonly CloudDescription s_description = CloudDescription.Load();

    public static TheoryData<string> Operations => [.. s_description.Operations.Select(operation => operation.ToString())];

    [Fact]
    public void EveryRouteIsDeclared_AndEveryDeclaredOperationIsServed()
    {
        Assert.Equal(40, RouteTable.All.Count);
        Assert.Equal(
            RouteTable.All.Select(route => $"{route.Method} {route.Template}").Order(),
            s_description.Operations.Select(operation => operation.ToString()).Order());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_IsAnsweredWithExactlyTheDeclaredStatuses_AndTheirBodies(string name)
    {
        DescribedOperation operation = Find(name);
        await using CloudServer server = await CloudServer.StartAsync(new CloudOptions { Token = "token" });
        using HttpClient http = server.CreateClient();

        IReadOnlyList<Answer> answers = await new Attempts(server, http, operation).AllAsync();

        Assert.Equal(operation.Statuses, answers.Select(answer => answer.Status).Distinct().Order());
        foreach (Answer answer in answers) AssertAsDescribed(operation, answer);
        AssertHeadersAreSent(operation, answers);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Body_AllowsWhatTheServerAllows(string name)
    {
        DescribedOperation operation = Find(name);
        if (operation.Body is not { } schema)
        {
            Assert.True(operation.Method is "GET" or "DELETE", name);
            return;
        }

        IEnumerable<PropertyDefinition> properties = Catalogue.Get(operation.Kind).Properties;
        if (operation.Method == "PUT") properties = properties.Where(property => !property.Fixed);
        Assert.Empty(RuleAgreement.Differences([.. properties], schema, operation.Kind));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Parameters_AreThoseOfTheServer(string name)
    {
        DescribedOperation operation = Find(name);
        IEnumerable<string> known = operation switch
        {
            { Method: "PUT", Kind: CloudKind.Buckets } => ["bucket_name", "If-None-Match"],
            { NamesOne: true } => [operation.Path[(operation.Path.IndexOf('{') + 1)..^1]],
            { Method: "GET" } => ["page", "per_page", .. Catalogue.Get(operation.Kind).Filters.Select(filter => filter.Parameter)],
            { Method: "POST", Kind: CloudKind.Volumes } => [KeyRules.Header.Name],
            _ => [],
        };
        Assert.Equal(known.Order(), operation.Parameters.Select(parameter => parameter.Text("name")).Order());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Example_IsAccepted(string name)
    {
        DescribedOperation operation = Find(name);
        if (operation.Method != "POST") return;
        await using CloudServer server = await CloudServer.StartAsync();
        using HttpClient http = server.CreateClient();
        server.Seed(CloudKind.Servers, """{"id":4200000001,"name":"example"}""");
        string json = Json(operation.Example ?? throw new KeyNotFoundException($"{name} has no example."));
        Assert.InRange((await http.CreateAsync(operation.Kind, json)).Status, 201, 202);
    }

    [Fact]
    public void UniqueNames_AreSaid_AndOnlyThoseDeclareAConflict()
    {
        foreach (DescribedOperation create in s_description.Operations.Where(operation => operation.Method == "POST"))
        {
            ResourceDefinition definition = Catalogue.Get(create.Kind);
            string conflict = create.Statuses.Contains(409) ? create.Response(409).Text("description")! : "";
            Assert.Equal(definition.UniqueName, conflict.Contains("must be unique"));
            if (definition.HasName) Assert.Equal(definition.UniqueName, create.Body!.Properties["name"].Node.Text("description")!.Contains("must be unique"));
        }
    }

    [Fact]
    public void Everything_HasADescription()
    {
        YamlMappingNode components = s_description.Root.Map("components")!;
        IEnumerable<KeyValuePair<string, DescribedSchema>> schemas = components.Map("schemas")!.Entries()
            .Select(schema => KeyValuePair.Create(schema.Key, new DescribedSchema(s_description, schema.Value)));
        foreach ((string name, DescribedSchema schema) in schemas)
        {
            Assert.True(schema.Node.Text("description") is not null, name);
            foreach ((string property, DescribedSchema own) in schema.Properties)
                Assert.True(own.Node.Text("description") is not null, $"{name}.{property}");
        }

        Assert.All(components.Map("parameters")!.Entries(), parameter => Assert.NotNull(((YamlMappingNode)parameter.Value).Text("description")));
        Assert.All(s_description.Operations, operation => Assert.NotNull(operation.Node.Text("summary")));
        Assert.Distinct(s_description.Operations.Select(operation => operation.Node.Text("operationId")));
    }

    [Fact]
    public void LengthOfKeys_TheirWindowAndTheirMark_AreSaid()
    {
        DescribedOperation create = Find("POST /v1/volumes");
        Assert.Contains($"for {KeyRules.Header.Window!.Value.TotalHours} hours", create.Node.Text("description"));
        Assert.Contains("Idempotency-Replayed", create.Node.Text("description"));
        Assert.Equal(255, new DescribedSchema(s_description, create.Parameters.Single().Member("schema")!).Node.Number("maxLength"));
    }

    [Fact]
    public void PathOfABucket_AllowsWhatTheServerAllows()
    {
        YamlMappingNode name = Find("PUT /v1/buckets/{bucket_name}").Parameters.Single(parameter => parameter.Text("in") == "path");
        var own = new PropertyDefinition("name", Catalogue.Get(CloudKind.Buckets).IdRule!);
        var schema = new DescribedSchema(s_description, new YamlMappingNode("properties", new YamlMappingNode("name", name.Member("schema")!)));
        Assert.Empty(RuleAgreement.Differences([own], schema, "bucket"));
    }

    [Fact]
    public void SchemaCheck_SeesWhatIsMissingWrongOrUndeclared()
    {
        DescribedSchema error = Find("POST /v1/servers").ResponseSchema(422)!;
        Assert.Empty(error.Problems(Parse("""{"id":"a","message":"b"}"""), "error"));
        Assert.Equal(["error.message is missing"], error.Problems(Parse("""{"id":"a"}"""), "error"));
        Assert.Equal(["error.message is no string"], error.Problems(Parse("""{"id":"a","message":7}"""), "error"));
        Assert.Equal(["error.message is null"], error.Problems(Parse("""{"id":"a","message":null}"""), "error"));
        Assert.Equal(["error.more is not declared"], error.Problems(Parse("""{"id":"a","message":"b","more":1}"""), "error"));
    }

    private static System.Text.Json.Nodes.JsonNode? Parse(string json) => System.Text.Json.Nodes.JsonNode.Parse(json);

    private static DescribedOperation Find(string name) => s_description.Operations.Single(operation => operation.ToString() == name);

    private static void AssertAsDescribed(DescribedOperation operation, Answer answer)
    {
        if (operation.ResponseSchema(answer.Status) is not { } schema)
        {
            Assert.Equal("", answer.Text);
            return;
        }

        Assert.Equal("application/json", answer.Headers["Content-Type"]);
        Assert.Empty(schema.Problems(answer.Json, "$"));
    }

    /// <summary>A header that is required is in every reply, another one in some and not in others.</summary>
    private static void AssertHeadersAreSent(DescribedOperation operation, IReadOnlyList<Answer> answers)
    {
        foreach (int status in operation.Statuses)
        {
            Answer[] replies = [.. answers.Where(answer => answer.Status == status)];
            foreach ((string name, YamlNode header) in operation.Response(status).Map("headers")?.Entries() ?? [])
            {
                int sent = replies.Count(reply => reply.Headers.ContainsKey(name));
                if (((YamlMappingNode)header).Flag("required")) Assert.Equal(replies.Length, sent);
                else Assert.InRange(sent, 1, replies.Length - 1);
            }
        }
    }

    private static string Json(YamlNode node) => node switch
    {
        YamlMappingNode map => "{" + string.Join(',', map.Entries().Select(entry => $"\"{entry.Key}\":{Json(entry.Value)}")) + "}",
        YamlSequenceNode items => "[" + string.Join(',', items.Select(Json)) + "]",
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: { } text } when long.TryParse(text, out _) => text,
        YamlScalarNode scalar => $"\"{scalar.Value}\"",
        _ => throw new NotSupportedException(node.NodeType.ToString()),
    };
}
