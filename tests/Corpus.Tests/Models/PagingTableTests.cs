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
    /// <summary>Documents and the kinds of their lists that come in pages; the lists themselves are printed.</summary>
    public static TheoryData<string, string> Documents() => new()
    {
        { "box/openapi.json", "Cursor Offset Unknown" },
        { "digitalocean/bundled.json", "Cursor PageNumber" },
        { "docker-engine/swagger.yaml", "Unknown" },
        { "gitea/swagger.v1.json", "PageNumber" },
        { "harbor/swagger.yaml", "PageNumber" },
        { "hetzner/api.spec.json", "PageNumber" },
        { "hetzner/cloud.spec.json", "PageNumber" },
        { "jira/jira-open-api.json", "Cursor Offset" },
        { "keycloak/admin-23.0.7.json", "Offset" },
        { "linode/openapi.yaml", "PageNumber" },
        { "neon/openAPIDefinition.json", "Cursor" },
        { "openai/openapi.yaml", "Cursor LastItem" },
        { "ory-kratos/api.json", "Unknown" },
        { "scaleway/instance.yml", "PageNumber" },
        { "svix/lib-openapi.json", "Cursor" },
        { "train-travel/openapi.yaml", "PageNumber" },
        { "workos/open-api-spec.yaml", "Cursor" },
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

        output.WriteLine(string.Join(' ', kinds.Select(kind => $"{kind.Key}={kind.Value}")));
        Assert.Equal(expected, string.Join(' ', kinds.Keys.Where(kind => kind is not ("None" or "Whole"))));
    }

    private static string Text(PagingModel paging) =>
        $"{paging.Parameter} size={paging.SizeParameter}:{paging.MaximumSize} next={paging.Next} total={paging.Total} more={paging.More} last={paging.Last} first={paging.First} link={paging.LinkHeader}";

    private static ModelDeclaration Declaration(string document) => new(
        "App", "Api", "public", [], document, "", new DeclaredOverrides(null, null, null, null, null, null, null, null), new ConstructorModel(true, null, null), [],
        new LocationInfo("Models.cs", default, default))
    { IsWhole = true };
}
