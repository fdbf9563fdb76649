using Microsoft.CodeAnalysis;
using Semel.Generator.Pipeline;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Idempotent;

/// <summary>The other examples of the guide compile as they stand there, with the models that the generator writes for them.</summary>
public sealed class GuideOfModelsTests
{
    private const string Head = """
        #pragma warning disable CS1591, CS1998, CS8321, CS0219
        using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection; using Semel; using Semel.Workflows;

        """;

    private const string Members = """
          /v1/networks/{network_id}/members:
            parameters: [{ $ref: '#/components/parameters/network_id' }]
            get:
              responses: { '200': { description: '', content: { application/json: { schema: { type: object, properties: { members: { type: array, items: { $ref: '#/components/schemas/member' } } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/member' } } } }
              responses: { '204': { description: '' } }
          /v1/networks/{network_id}/members/{server_id}:
            delete:
              parameters: [{ $ref: '#/components/parameters/network_id' }, { name: server_id, in: path, required: true, schema: { type: string } }]
              responses: { '204': { description: '' } }

        """;

    private const string Droplets = """
        openapi: 3.0.3
        info: { title: Droplets, version: '1' }
        servers: [{ url: https://api.example.com }]
        paths:
          /v2/droplets:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              responses:
                '201': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/droplet' } } } }
                default: { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/error' } } } }
          /v2/droplets/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: '', content: { application/json: { schema: { $ref: '#/components/schemas/droplet' } } } } }
          /v2/files:
            servers: [{ url: https://uploads.github.com }]
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { '200': { description: '' } }
        components:
          securitySchemes: { bearer_auth: { type: http, scheme: bearer } }
          schemas:
            droplet: { type: object, properties: { id: { type: string }, name: { type: string } } }
            error: { type: object, properties: { code: { type: string }, message: { type: string } } }
        """;

    private const string Cloud = "[ExtensionModel(\"cloud.yaml\")] public sealed partial class Cloud;";
    private const string DigitalOcean = "[ExtensionModel(\"digitalocean.yaml\")] public sealed partial class DigitalOcean;";

    /// <summary>Where a page leaves out what is around: <c>{0}</c> is the example. Two blocks of one page may need each other.</summary>
    [Theory]
    [InlineData("input-changes.md", 0, "using CloudModels; {0}")]
    [InlineData("input-changes.md", 1, "using CloudModels; [ExtensionModel(\"cloud.yaml\", \"/v1/networks\")] public sealed partial class Networks; {0:declared} public static class Use {{ public static async Task RunAsync(Networks networks, NetworkMembers members, IReadOnlyList<Server> servers) {{ {0:done} }} }} [ExtensionModel(\"cloud.yaml\", \"/v1/servers\")] public sealed partial class Servers;")]
    [InlineData("workflows.md", 0, "using CloudModels; public static class Use {{ public static async Task RunAsync(Cloud cloud, SemelContext semel) {{ {0} }} }} " + Cloud)]
    [InlineData("client.md", 0, "using Models = DigitaloceanModels; public static class Use {{ public static void Run() {{ try {{ }} {0} }} }} " + DigitalOcean)]
    [InlineData("client.md", 1, "public static class Use {{ public static async Task RunAsync(DigitalOcean cloud, string id) {{ var droplets = cloud.Droplets; {0} }} }} " + DigitalOcean)]
    [InlineData("client.md", 2, "public static class Use {{ public static void Run(IServiceCollection services, string token) {{ {0} }} }} " + DigitalOcean)]
    [InlineData("client.md", 3, "public static class Use {{ public static void Run() {{ {0} }} }} [ExtensionModel(\"digitalocean.yaml\")] public sealed partial class GitHub;")]
    [InlineData("commands.md", 0, "using Semel.CommandLine; public static class Use {{ public static async Task<int> RunAsync(string[] args) {{ {0} }} }}")]
    [InlineData("hand-written.md", 1, "public interface IVolumesApi; public sealed class VolumesApi : IVolumesApi; public static class Use {{ public static void Run(IServiceCollection services) {{ {0} }} }}")]
    [InlineData("hand-written.md", 2, "public static class Use {{ private static Task DeleteBucketAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask; public static async Task RunAsync(SemelContext semel) {{ {0} }} }}")]
    [InlineData("postgresql.md", 0, "public static class Use {{ public static void Run() {{ {0} }} }}")]
    public void Example_Compiles(string page, int number, string around)
    {
        var source = Head + string.Format(System.Globalization.CultureInfo.InvariantCulture, around, new Block(Guide.BlocksOf(page)[number]));
        var cloud = File.ReadAllText(Path.Combine(Repository.Root, "samples", "Web", "cloud.yaml"))
            .Replace("  /v1/networks/{network_id}:\n", Members + "  /v1/networks/{network_id}:\n", StringComparison.Ordinal)
            .Replace("  schemas:\n", "  schemas:\n    member: { type: object, required: [server_id], properties: { server_id: { type: integer, format: int64 } } }\n", StringComparison.Ordinal);

        var run = Run.Of(source, [new MemoryText("/repo/cloud.yaml", cloud), new MemoryText("/repo/digitalocean.yaml", Droplets)], ResourceStage.Binder());

        var problems = run.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => $"{diagnostic}").Concat(TestProject.Problems(run.Output)).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    /// <summary>An example that is added is compiled too.</summary>
    [Fact]
    public void EveryExample_IsCompiled()
    {
        var compiled = new Dictionary<string, int> { ["client.md"] = 4, ["commands.md"] = 1, ["hand-written.md"] = 4, ["input-changes.md"] = 2, ["postgresql.md"] = 1, ["refit.md"] = 2, ["workflows.md"] = 1 };
        string[] elsewhere = ["testing.md"]; // by its own test

        Assert.Equal(compiled.Keys.Concat(elsewhere).Order(StringComparer.Ordinal), Guide.Pages);
        Assert.All(compiled, page => Assert.Equal(page.Value, Guide.BlocksOf(page.Key).Count));
    }

    /// <summary>An example, or of one that declares a class and uses it, the declaration or the use.</summary>
    private sealed class Block(string text) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? provider)
        {
            var end = text.IndexOf("\n\n", StringComparison.Ordinal);
            return format switch
            {
                "declared" => text[..end],
                "done" => text[end..],
                _ => text,
            };
        }
    }
}
