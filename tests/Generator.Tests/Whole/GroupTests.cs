using System.Text.RegularExpressions;
using Semel.Generator.Binding.Whole;
using Semel.Generator.Tests.BadInput;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Whole;

/// <summary>Operations of a whole document that belong to no resource.</summary>
[Trait("Feature", "L1")]
public sealed class GroupTests
{
    [Theory]
    [InlineData("/v2/account", "Account")]
    [InlineData("/v2/customers/my/balance", "Customers")]
    [InlineData("/v2/1-clicks/kubernetes", "_1Clicks")]
    [InlineData("/chat.postMessage", "Chat")]
    [InlineData("/admin.apps.approved.list", "Admin")]
    [InlineData("/2/files/list_folder", "Files")]
    [InlineData("/getUser", "User")]
    [InlineData("/get", "Get")]
    [InlineData("/{owner}/repos", "Repos")]
    [InlineData("/{thing}", "Root")]
    [InlineData("/", "Root")]
    [InlineData("/2010-04-01/Accounts/{Sid}/Calls.json", "Accounts")]
    public void Group_IsThePathsFirstOwnSegment(string path, string name) => Assert.Equal(name, GroupName.Of(path).Name);

    [Theory]
    [InlineData("/v2/account", "get", "account_get", "Account.GetAsync")]
    [InlineData("/v2/customers/my/balance", "get", "balance_get", "Customers.GetMyBalanceAsync")]
    [InlineData("/v2/customers/my/balance", "get", null, "Customers.GetMyBalanceAsync")]
    [InlineData("/chat.postMessage", "post", "chat_postMessage", "Chat.PostMessageAsync")]
    [InlineData("/chat.postMessage", "post", null, "Chat.PostMessageAsync")]
    [InlineData("/files/list_folder", "post", null, "Files.ListFolderAsync")]
    [InlineData("/getUser", "get", "getUser", "User.GetUserAsync")]
    [InlineData("/orgs/{org}/repos", "get", "repos/list-for-org", "Orgs.ListReposForOrgAsync")]
    [InlineData("/v1/datacenters", "get", "list_datacenters", "Datacenters.ListAsync")]
    [InlineData("/v1/datacenters/{id}", "get", "getDatacenter", "Datacenters.GetAsync")]
    [InlineData("/v1/datacenters/{id}/racks", "get", "getDatacenterRacks", "Datacenters.GetRacksAsync")]
    [InlineData("/v1/things/{id}", "head", null, "Things.HeadAsync")]
    [InlineData("/v1/things/{id}", "options", null, "Things.OptionsAsync")]
    [InlineData("/v1/things/{id}", "trace", null, "Things.TraceAsync")]
    public void Operation_IsCalledByItsIdOrItsPath(string path, string method, string? id, string expected) =>
        Assert.Equal([expected], Methods(Run($"  {path}:\n    {method}: {{ {(id is null ? "" : $"operationId: '{id}', ")}responses: {{ '204': {{ description: done }} }} }}\n")));

    [Fact]
    public void EachOperation_AppearsOnce_WhereTheLongestPathIsInFrontOfIt()
    {
        var methods = Methods(RealRun.Of(Source, new MemoryText("/repo/api.yaml", Shop())));

        Assert.Equal(
            ["Lost.PostAsync", "ShelfBooks.CreateAsync", "ShelfBooks.GetAsync", "Shelves.CreateAsync", "Shelves.GetAsync", "Shelves.ListAsync", "Shelves.PostActionsAsync"],
            methods.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NamesThatCollide_AreNumbered_AndALongerPathRenamesNone()
    {
        const string first = "  /tools/b/x: { get: { operationId: run, responses: {} } }\n  /tools/a: { get: { operationId: run, responses: {} } }\n";
        const string added = "  /tools/a/b/c/d: { get: { operationId: run, responses: {} } }\n";

        Assert.Equal(["Tools.RunAsync /tools/a", "Tools.Run2Async /tools/b/x"], Calls(Run(first)).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(Calls(Run(first)).Append("Tools.Run3Async /tools/a/b/c/d").Order(StringComparer.Ordinal), Calls(Run(added + first)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BriefName_IsTheShorterPaths_AndStaysWhenTheDocumentGrows()
    {
        const string first = "  /tools: { get: { operationId: listTools, responses: {} } }\n";
        const string added = "  /tools/{id}: { get: { operationId: listTool, responses: {} } }\n  /tools/all: { get: { operationId: list, responses: {} } }\n";

        Assert.Equal(["Tools.ListAsync /tools"], Calls(Run(first)));
        Assert.Equal(["Tools.List2Async /tools/all", "Tools.ListAsync /tools", "Tools.ListToolAsync /tools/{id}"], Calls(Run(added + first)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ReferenceThatLeadsNowhere_IsInformation_AndTheOperationStays()
    {
        var run = Run("  /x: { get: { responses: { '200': { description: '', content: { application/json: { schema: { $ref: '#/nowhere' } } } } } } }\n");

        Assert.Equal(["SEM2011", "SEM2012"], run.All.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["X.GetAsync"], Methods(run));
    }

    private const string Source = "using Semel;\nnamespace MyApp;\n/// <summary>All.</summary>\n[ExtensionModel(\"api.yaml\")] public sealed partial class Api;\n";

    private static string Shop() => File.ReadAllText(Path.Combine(Emit.TestFolder.Path, "Golden", "Documents", "shop.yaml"));

    private static RealRun Run(string paths)
    {
        var run = RealRun.Of(Source, new MemoryText("/repo/api.yaml", "openapi: 3.1.0\npaths:\n" + paths));
        Assert.Empty(run.Problems);
        return run;
    }

    /// <summary>Property and method, as a user writes them.</summary>
    private static List<string> Methods(RealRun run) => [.. Calls(run).Select(call => call.Split(' ')[0])];

    private static IEnumerable<string> Calls(RealRun run)
    {
        var file = run.Files.Single(file => file.StartsWith("MyApp.Api.g.cs", StringComparison.Ordinal));
        foreach (Match type in Regex.Matches(file, "public sealed class (\\w+)(Resource|Operations)\n(.*?)\n    }\n", RegexOptions.Singleline))
        {
            foreach (Match method in Regex.Matches(type.Value, "public [\\w:.<>?]+ (?!Resolve|Refresh|EnsureSet|Move|Adopt)(\\w+Async)\\(.*?(?=\n\n|\n    })", RegexOptions.Singleline))
                yield return $"{type.Groups[1].Value}.{method.Groups[1].Value} {Regex.Match(method.Value, "\"(/.*?)\"").Groups[1].Value}";
        }
    }
}
