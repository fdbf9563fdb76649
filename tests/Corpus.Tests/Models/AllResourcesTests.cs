using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Models;

/// <summary>
/// Every resource of every real document of OpenAPI 3, and of the one of 2.0 that creates by PUT, selected together: by its POST, and
/// where there is none by the PUT at an address of the client's. Each becomes a model, or an error at its place, and what comes of all
/// of them compiles without a warning.
/// </summary>
[Trait("Feature", "L1")]
public sealed class AllResourcesTests(ITestOutputHelper output)
{
    /// <summary>The documents, how many paths are selected, and how many errors say that one can't be a model.</summary>
    public static TheoryData<string, int, int> Documents() => new()
    {
        { "azure-compute/compute-2021-11-01.json", 61, 44 },
        { "box/openapi.json", 94, 44 },
        { "digitalocean/bundled.json", 181, 91 },
        { "discord/openapi.json", 53, 25 },
        { "exoscale/source.yaml", 108, 73 },
        { "fly-machines/spec_2025_03_07.json", 20, 16 },
        { "hetzner/api.spec.json", 16, 13 },
        { "hetzner/cloud.spec.json", 94, 81 },
        { "jira/jira-open-api.json", 178, 114 },
        { "keycloak/admin-23.0.7.json", 91, 76 },
        { "linode/openapi.yaml", 150, 90 },
        { "neon/openAPIDefinition.json", 32, 12 },
        { "nomad/openapi.yaml", 37, 32 },
        { "openai/openapi.yaml", 123, 33 },
        { "ory-kratos/api.json", 12, 7 },
        { "petstore/swagger-petstore-openapi.yaml", 7, 3 },
        { "qdrant/openapi.json", 26, 25 },
        { "scaleway/instance.yml", 25, 10 },
        { "svix/lib-openapi.json", 92, 51 },
        { "svix/openapi.json", 13, 4 },
        { "train-travel/openapi.yaml", 2, 0 },
        { "twilio/twilio_api_v2010.json", 62, 34 },
        { "vault/openapi.json", 483, 406 },
        { "workos/open-api-spec.yaml", 74, 30 },
        { "xero/xero_accounting.yaml", 46, 40 },
    };

    [Theory, MemberData(nameof(Documents))]
    public void AllResourcesTogether_CompileClean(string document, int paths, int errors)
    {
        var file = Path.Combine(SpecsFolder.Require(), document);
        var selected = Paths(file);
        var result = new Selector(file).Select(selected);
        var reported = result.Diagnostics.Where(diagnostic => diagnostic.Contains(": Error ", StringComparison.Ordinal)).ToList();
        foreach (var error in reported) output.WriteLine(error);

        Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems.Take(20)));
        Assert.Equal((paths, errors), (selected.Count, reported.Count));
    }

    private static List<string> Paths(string file)
    {
        var document = SpecReader.Read(file, SourceText.From(File.ReadAllText(file)), CancellationToken.None);
        return [.. document.Root["paths"]!.Entries
            .Where(entry => entry.Value.Kind == NodeKind.Map && (entry.Value["post"] is not null || (entry.Value["put"] is not null && entry.Key.EndsWith('}'))))
            .Select(entry => entry.Key)];
    }
}
