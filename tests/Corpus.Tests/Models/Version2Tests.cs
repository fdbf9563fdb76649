using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Models;

/// <summary>Every resource of every real document of OpenAPI 2.0 becomes a model that compiles without a warning, or an error at its place.</summary>
[Trait("Feature", "L1")]
public sealed class Version2Tests(ITestOutputHelper output)
{
    private const string Examples = "oai-examples/examples/v2.0/";

    /// <summary>The documents, how many paths have a POST, and how many of these become a model.</summary>
    public static TheoryData<string, int, int> Documents() => new()
    {
        { "alertmanager/openapi.yaml", 2, 1 },
        { "azure-compute/compute-2021-11-01.json", 45, 2 },
        { "docker-engine/swagger.yaml", 51, 8 },
        { "gitea/swagger.v1.json", 100, 56 },
        { "harbor/swagger.yaml", 34, 16 },
        { Examples + "json/api-with-examples.json", 0, 0 },
        { Examples + "json/petstore-expanded.json", 1, 1 },
        { Examples + "json/petstore-minimal.json", 0, 0 },
        { Examples + "json/petstore-separate/spec/swagger.json", 1, 1 },
        { Examples + "json/petstore-simple.json", 1, 1 },
        { Examples + "json/petstore-with-external-docs.json", 1, 1 },
        { Examples + "json/petstore.json", 1, 0 },
        { Examples + "json/uber.json", 0, 0 },
        { Examples + "yaml/api-with-examples.yaml", 0, 0 },
        { Examples + "yaml/petstore-expanded.yaml", 1, 1 },
        { Examples + "yaml/petstore-minimal.yaml", 0, 0 },
        { Examples + "yaml/petstore-separate/spec/swagger.yaml", 1, 1 },
        { Examples + "yaml/petstore-simple.yaml", 1, 1 },
        { Examples + "yaml/petstore-with-external-docs.yaml", 1, 1 },
        { Examples + "yaml/petstore.yaml", 1, 0 },
        { Examples + "yaml/uber.yaml", 0, 0 },
        { "slack/slack_web_openapi_v2.json", 94, 10 },
    };

    [Theory, MemberData(nameof(Documents))]
    public void EveryResource_SelectedAlone_CompilesClean(string document, int posts, int models)
    {
        var selector = new Selector(Require(document));
        var paths = Posts(document);
        var selections = paths.Select(path => (Path: path, Result: selector.Select(path))).ToList();
        foreach (var (path, result) in selections.Where(selection => selection.Result.HasError)) output.WriteLine(path + "\n  " + string.Join("\n  ", result.Diagnostics));

        var problems = selections.SelectMany(selection => selection.Result.Problems.Select(problem => selection.Path + ": " + problem)).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
        Assert.Equal((posts, models), (paths.Count, selections.Count(selection => !selection.Result.HasError)));
    }

    [Theory, MemberData(nameof(Documents))]
    public void AllResourcesTogether_CompileClean(string document, int posts, int models)
    {
        var result = new Selector(Require(document)).Select(Posts(document));

        Assert.Empty(result.Problems);
        Assert.Equal(models < posts, result.HasError);
        Assert.All(result.Diagnostics, diagnostic => Assert.StartsWith(Path.GetFileName(document), diagnostic, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryDocumentOfTheFolder_IsHere()
    {
        var found = SpecsFolder.Files(".json", ".yaml", ".yml").Where(file => Read(file).Root is { Kind: NodeKind.Map } root && root["swagger"] is not null);

        Assert.Equal(
            Documents().Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
            found.Select(file => Path.GetRelativePath(SpecsFolder.Require(), file)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("slack/slack_web_openapi_v2.json", "/usergroups.create", ", Id = \"usergroup.id\"")]
    [InlineData("slack/slack_web_openapi_v2.json", "/reminders.add", ", Id = \"reminder.id\"")]
    [InlineData("gitea/swagger.v1.json", "/repos/{owner}/{repo}/branch_protections", ", Id = \"rule_name\"")]
    [InlineData("alertmanager/openapi.yaml", "/silences", ", Id = \"silenceID\", Gone = \"status.state=expired\"")]
    public void ResourceWhoseIdIsDeclared_CompilesClean(string document, string path, string rest)
    {
        var selector = new Selector(Require(document));
        var result = selector.Compile($"/// <summary>The user's part.</summary>\n{selector.Declare(path, rest)} public sealed partial class Selection;\n");

        Assert.False(result.HasError, string.Join("\n", result.Diagnostics));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public void WhatIsNotClean_IsSeen()
    {
        var selector = new Selector(Require("alertmanager/openapi.yaml"));

        Assert.Contains("CS0169", Assert.Single(selector.Compile(selector.Declare("/silences") + " internal sealed partial class Selection { private int _unused; }").Problems), StringComparison.Ordinal);
    }

    private static string Require(string document) => Path.Combine(SpecsFolder.Require(), document);

    private static List<string> Posts(string document) =>
        [.. Read(Require(document)).Root["paths"]!.Entries.Where(entry => entry.Value.Kind == NodeKind.Map && entry.Value["post"] is not null).Select(entry => entry.Key)];

    private static SpecDocument Read(string file) => SpecReader.Read(file, SourceText.From(File.ReadAllText(file)), CancellationToken.None);
}
