using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Models;

/// <summary>
/// Every real document, selected as a whole, and its resources selected alone: nothing throws, what can't be used is said at its
/// place, and what is written compiles without a warning.
/// </summary>
[Trait("Feature", "L1")]
public sealed class WholeDocumentTests(ITestOutputHelper output)
{
    private const string Switch = "SEMEL_CORPUS";
    private const int MostAlone = 8;

    /// <summary>The documents, and how many resources they show.</summary>
    public static TheoryData<string, int> Documents() => new()
    {
        { "alertmanager/openapi.yaml", 1 },
        { "azure-compute/compute-2021-11-01.json", 0 },
        { "box/openapi.json", 37 },
        { "digitalocean/bundled-2025-11.yaml", 52 },
        { "digitalocean/bundled.json", 65 },
        { "digitalocean/specification/DigitalOcean-public.v2.yaml", 65 },
        { "discord/openapi.json", 18 },
        { "docker-engine/swagger.yaml", 7 },
        { "exoscale/source.yaml", 34 },
        { "fly-machines/spec_2025_03_07.json", 3 },
        { "gitea/swagger.v1.json", 37 },
        { "harbor/swagger.yaml", 15 },
        { "hetzner/api.spec.json", 3 },
        { "hetzner/cloud.spec.json", 12 },
        { "jira/jira-open-api.json", 46 },
        { "keycloak/admin-23.0.7.json", 12 },
        { "linode/openapi.yaml", 43 },
        { "neon/openAPIDefinition.json", 11 },
        { "nomad/openapi.yaml", 4 },
        { "oai-examples/examples/v2.0/json/api-with-examples.json", 0 },
        { "oai-examples/examples/v2.0/json/petstore-expanded.json", 1 },
        { "oai-examples/examples/v2.0/json/petstore-minimal.json", 0 },
        { "oai-examples/examples/v2.0/json/petstore-separate/spec/swagger.json", 1 },
        { "oai-examples/examples/v2.0/json/petstore-simple.json", 1 },
        { "oai-examples/examples/v2.0/json/petstore-with-external-docs.json", 1 },
        { "oai-examples/examples/v2.0/json/petstore.json", 0 },
        { "oai-examples/examples/v2.0/json/uber.json", 0 },
        { "oai-examples/examples/v2.0/yaml/api-with-examples.yaml", 0 },
        { "oai-examples/examples/v2.0/yaml/petstore-expanded.yaml", 1 },
        { "oai-examples/examples/v2.0/yaml/petstore-minimal.yaml", 0 },
        { "oai-examples/examples/v2.0/yaml/petstore-separate/spec/swagger.yaml", 1 },
        { "oai-examples/examples/v2.0/yaml/petstore-simple.yaml", 1 },
        { "oai-examples/examples/v2.0/yaml/petstore-with-external-docs.yaml", 1 },
        { "oai-examples/examples/v2.0/yaml/petstore.yaml", 0 },
        { "oai-examples/examples/v2.0/yaml/uber.yaml", 0 },
        { "oai-examples/examples/v3.0/api-with-examples.json", 0 },
        { "oai-examples/examples/v3.0/api-with-examples.yaml", 0 },
        { "oai-examples/examples/v3.0/callback-example.json", 0 },
        { "oai-examples/examples/v3.0/callback-example.yaml", 0 },
        { "oai-examples/examples/v3.0/link-example.json", 0 },
        { "oai-examples/examples/v3.0/link-example.yaml", 0 },
        { "oai-examples/examples/v3.0/petstore-expanded.json", 1 },
        { "oai-examples/examples/v3.0/petstore-expanded.yaml", 1 },
        { "oai-examples/examples/v3.0/petstore.json", 0 },
        { "oai-examples/examples/v3.0/petstore.yaml", 0 },
        { "oai-examples/examples/v3.0/uspto.json", 0 },
        { "oai-examples/examples/v3.0/uspto.yaml", 0 },
        { "oai-examples/examples/v3.1/non-oauth-scopes.json", 0 },
        { "oai-examples/examples/v3.1/non-oauth-scopes.yaml", 0 },
        { "oai-examples/examples/v3.1/tictactoe.json", 0 },
        { "oai-examples/examples/v3.1/tictactoe.yaml", 0 },
        { "oai-examples/examples/v3.1/webhook-example.json", 0 },
        { "oai-examples/examples/v3.1/webhook-example.yaml", 0 },
        { "oai-examples/examples/v3.2/3.2-tags-example.json", 0 },
        { "oai-examples/examples/v3.2/3.2-tags-example.yaml", 0 },
        { "openai/openapi.yaml", 40 },
        { "ory-kratos/api.json", 1 },
        { "petstore/swagger-petstore-openapi.yaml", 3 },
        { "qdrant/openapi.json", 1 },
        { "scaleway/instance.yml", 9 },
        { "slack/slack_web_openapi_v2.json", 0 },
        { "svix/lib-openapi.json", 17 },
        { "svix/openapi.json", 4 },
        { "train-travel/openapi.yaml", 1 },
        { "twilio/twilio_api_v2010.json", 14 },
        { "vault/openapi.json", 70 },
        { "workos/open-api-spec.yaml", 21 },
        { "xero/xero_accounting.yaml", 4 },
    };

    [Theory, MemberData(nameof(Documents))]
    public void WholeDocument_AndEachResourceAlone_CompileClean(string document, int resources)
    {
        var selector = new Selector(Path.Combine(SpecsFolder.Require(), document));
        var whole = selector.SelectWhole();
        var found = selector.Resources;
        foreach (var (property, path) in found) output.WriteLine($"{property}: {path}");
        foreach (var diagnostic in whole.Diagnostics.Where(text => text.Contains("SEM2010", StringComparison.Ordinal))) output.WriteLine(diagnostic);

        Assert.True(whole.Problems.Count == 0, string.Join("\n", whole.Problems.Take(20)));
        Assert.False(whole.HasError, string.Join("\n", whole.Diagnostics));
        Assert.All(whole.Diagnostics, diagnostic => Assert.Contains(diagnostic[..diagnostic.IndexOf('(', StringComparison.Ordinal)], selector.Texts.Select(text => Path.GetFileName(text.Path))));
        var lost = Operations(selector).Except(selector.Operations).ToList();
        Assert.DoesNotContain(lost, operation => !whole.Diagnostics.Any(diagnostic => diagnostic.Contains("SEM2005", StringComparison.Ordinal) && diagnostic.Contains(operation, StringComparison.Ordinal)));
        var chosen = Chosen(found);
        output.WriteLine($"{chosen.Count} of {found.Count} resources selected alone{(chosen.Count < found.Count ? $"; {Switch}=all selects every one" : "")}");
        foreach (var path in chosen)
        {
            var alone = selector.Select(path);
            Assert.False(alone.HasError, path + "\n" + string.Join("\n", alone.Diagnostics));
            Assert.True(alone.Problems.Count == 0, path + "\n" + string.Join("\n", alone.Problems.Take(20)));
        }

        Assert.Equal(resources, found.Count);
    }

    /// <summary>All that the document has.</summary>
    private static IEnumerable<string> Operations(Selector selector) =>
        from path in SpecReader.Read(selector.Texts[0].Path, selector.Texts[0].GetText()!, CancellationToken.None).Root["paths"]?.Entries ?? []
        from operation in path.Value.Entries
        where operation.Key is "get" or "put" or "post" or "delete" or "patch" or "head" or "options" or "trace"
        select operation.Key.ToUpperInvariant() + " " + path.Key;

    /// <summary>Spread over the document; all of them where that is asked for.</summary>
    private static List<string> Chosen(IReadOnlyList<(string Property, string Path)> resources)
    {
        var every = Environment.GetEnvironmentVariable(Switch) == "all" ? 1 : (resources.Count + MostAlone - 1) / MostAlone;
        return [.. resources.Where((_, index) => index % every == 0).Select(resource => resource.Path)];
    }

    [Fact]
    public void EveryDocumentOfTheFolder_IsHere() => Assert.Equal(Corpus.Documents(), Documents().Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
}
