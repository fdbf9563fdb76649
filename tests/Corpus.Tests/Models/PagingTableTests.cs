using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Corpus.Tests.Models;

/// <summary>The kind of paging that the list of each resource of real documents gets; checked by reading the documents.</summary>
[Trait("Feature", "L2")]
public sealed class PagingTableTests(ITestOutputHelper output)
{
    /// <summary>Documents, how many of their lists come whole, in pages of each kind, and in pages that nothing knows.</summary>
    public static TheoryData<string, string> Documents() => new()
    {
        { "box/openapi.json", "Cursor=17 None=9 Offset=3 Whole=3" },
        { "digitalocean/bundled.json", "Cursor=1 PageNumber=39 Whole=19" },
        { "docker-engine/swagger.yaml", "Unknown=1 Whole=5" },
        { "gitea/swagger.v1.json", "PageNumber=20 Whole=2" },
        { "harbor/swagger.yaml", "PageNumber=1" },
        { "hetzner/api.spec.json", "PageNumber=1 Whole=2" },
        { "hetzner/cloud.spec.json", "PageNumber=11" },
        { "jira/jira-open-api.json", "None=4 Offset=15 Whole=20" },
        { "keycloak/admin-23.0.7.json", "Whole=1" },
        { "linode/openapi.yaml", "None=1 PageNumber=30 Whole=7" },
        { "neon/openAPIDefinition.json", "Cursor=2 Whole=8" },
        { "openai/openapi.yaml", "Cursor=31 LastItem=1 None=4" },
        { "ory-kratos/api.json", "Unknown=1" },
        { "scaleway/instance.yml", "PageNumber=9" },
        { "svix/lib-openapi.json", "Cursor=16" },
        { "train-travel/openapi.yaml", "PageNumber=1" },
        { "workos/open-api-spec.yaml", "Cursor=15 None=4 Whole=2" },
    };

    [Theory, MemberData(nameof(Documents))]
    public void Lists_ComeInPagesAsTheirDocumentsSay(string document, string expected)
    {
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var whole = ResourceBinder.Bind(Declaration(document), Corpus.Read(Path.Combine(SpecsFolder.Require(), document)), CancellationToken.None);
        foreach (var resource in whole.Resources)
        {
            var list = resource.Operations.FirstOrDefault(operation => operation.Kind == OperationKind.List);
            var unknown = resource.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "SEM2008" && diagnostic.Arguments[1].Contains("page", StringComparison.Ordinal));
            var kind = list is not null ? list.Paging?.Kind.ToString() ?? "Whole" : unknown is not null ? "Unknown" : "None";
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            output.WriteLine($"{kind,-12} {resource.Declaration.Path}: {(list is null ? unknown?.Arguments[1] : list.Paging is null ? "" : Text(list.Paging))}");
        }

        Assert.Equal(expected, string.Join(' ', kinds.Select(kind => $"{kind.Key}={kind.Value}")));
    }

    private static string Text(PagingModel paging) =>
        $"{paging.Parameter} size={paging.SizeParameter}:{paging.MaximumSize} next={paging.Next} total={paging.Total} more={paging.More} last={paging.Last} first={paging.First} link={paging.LinkHeader}";

    private static ModelDeclaration Declaration(string document) => new(
        "App", "Api", "public", [], document, "", new DeclaredOverrides(null, null, null, null, null, null, null, null), new ConstructorModel(true, null, null), [],
        new LocationInfo("Models.cs", default, default))
    { IsWhole = true };
}
