using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Driven;

/// <summary>A valid request of an operation, as Prism's own libraries make it from the document.</summary>
/// <param name="Shows">Whether a reply for success has a body.</param>
/// <param name="Succeeds">Whether the document has a reply for success.</param>
internal sealed record Sample(string Method, string Path, IReadOnlyList<SampleParameter> Parameters, SampleBody? Body, IReadOnlyList<Credential> Credentials, bool Shows, bool Succeeds)
{
    private static readonly JsonSerializerOptions Web = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, MaxDepth = 512 };

    /// <summary>What could not be made, or null.</summary>
    public string? Unmade =>
        Parameters.FirstOrDefault(parameter => parameter is { Required: true, Made: false }) is { } parameter ? $"no valid value of '{parameter.Name}' could be made"
        : Body is { Made: false } ? "no valid body could be made"
        : null;

    public override string ToString() => $"{Method} {Path}";

    public static async Task<IReadOnlyList<Sample>> OfAsync(string document)
    {
        using var node = Process.Start(PrismPackage.Node("samples.cjs", document))!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var samples = await JsonSerializer.DeserializeAsync<Samples>(node.StandardOutput.BaseStream, Web, TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return samples!.Operations;
    }

    private sealed record Samples(IReadOnlyList<Sample> Operations);
}

/// <param name="In">path, query, header or cookie.</param>
internal sealed record SampleParameter(string In, string Name, bool Required, bool Made, JsonNode? Value);

/// <param name="In">header, query or cookie.</param>
internal sealed record Credential(string In, string Name, string Value);

/// <param name="Schema">A JSON schema of its own.</param>
internal sealed record SampleBody(string MediaType, bool Required, bool Made, JsonNode? Value, JsonNode Schema);
