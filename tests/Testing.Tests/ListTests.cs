using System.Text.Json.Nodes;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class ListTests : CloudTest
{
    [Theory]
    [InlineData("", null, 20, 3)]
    [InlineData("?per_page=7", null, 7, 7)]
    [InlineData("?per_page=200", null, 45, 1)]
    [InlineData("?per_page=200", 10, 10, 5)]
    public async Task FollowingTheNextLinks_GivesEveryItemOnce(string query, int? cap, int firstPage, int pages)
    {
        string[] ids = [.. Enumerable.Range(0, 45).Select(index => Server.Seed(CloudKind.Servers, Bodies.Server($"web-{index}")))];
        Server.PageSizeCap = cap;

        List<Answer> answers = await PagesAsync($"/v1/servers{query}");

        Assert.Equal(pages, answers.Count);
        Assert.Equal(firstPage, Items(answers[0]).Count());
        Assert.All(answers, answer => Assert.Equal(45, (int)answer.Json["meta"]!["total"]!));
        Assert.Equal(ids, answers.SelectMany(Items).Select(server => server["id"]!.ToString()));
    }

    [Fact]
    public async Task NextLink_KeepsTheFilters()
    {
        for (int index = 0; index < 5; index++)
        {
            Server.Seed(CloudKind.Servers, Bodies.Server($"ours-{index}", ""","tags":["a:b"]"""));
            Server.Seed(CloudKind.Servers, Bodies.Server($"theirs-{index}"));
        }

        List<Answer> answers = await PagesAsync("/v1/servers?tag_name=a:b&per_page=2");

        Assert.Equal(3, answers.Count);
        Assert.All(answers.SelectMany(Items), server => Assert.StartsWith("ours-", (string?)server["name"]));
        Assert.Equal(5, (int)answers[0].Json["meta"]!["total"]!);
    }

    [Fact]
    public async Task PageAfterTheLast_IsEmpty()
    {
        Server.Seed(CloudKind.Tags, Bodies.Tag());
        Answer answer = await Http.ReadAsync("/v1/tags?page=2147483647&per_page=200");
        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Json["tags"]!.AsArray());
        Assert.Null(answer.Json["links"]!["pages"]!["next"]);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=x")]
    [InlineData("per_page=0")]
    [InlineData("per_page=201")]
    public async Task InvalidPage_IsRefused(string query)
    {
        Answer answer = await Http.ReadAsync($"/v1/servers?{query}");
        Assert.Equal((422, "unprocessable_entity"), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData(CloudKind.Networks)]
    [InlineData(CloudKind.Servers)]
    [InlineData(CloudKind.LoadBalancers)]
    [InlineData(CloudKind.Firewalls)]
    [InlineData(CloudKind.Volumes)]
    public async Task NameFilter_FindsExactlyThatName(string kind)
    {
        foreach (string name in new[] { "web", "web-1", "WEB" }) Server.Seed(kind, Bodies.Of(kind, name));
        Answer answer = await Http.ReadAsync($"/v1/{kind}?name=web");
        Assert.Equal("web", (string?)Assert.Single(answer.Json[kind]!.AsArray())!["name"]);
    }

    [Fact]
    public async Task ImplicitTag_FindsItsServer_ButIsNotListed()
    {
        await CreatedIdAsync(CloudKind.Tags, Bodies.Tag("explicit"));
        await CreatedIdAsync(CloudKind.Servers, Bodies.Server("web-1", ""","tags":["explicit","semel:1a2b.3"]"""));
        await CreatedIdAsync(CloudKind.LoadBalancers, Bodies.LoadBalancer("web", ""","tags":["semel:1a2b.3"]"""));

        Answer tags = await Http.ReadAsync("/v1/tags");
        Answer servers = await Http.ReadAsync("/v1/servers?tag_name=semel:1a2b.3");
        Answer balancers = await Http.ReadAsync("/v1/load_balancers?tag_name=semel:1a2b.3");
        Answer tag = await Http.ReadAsync("/v1/tags/semel:1a2b.3");

        Assert.Equal("explicit", (string?)Assert.Single(tags.Json["tags"]!.AsArray())!["name"]);
        Assert.Single(servers.Json["servers"]!.AsArray());
        Assert.Single(balancers.Json["load_balancers"]!.AsArray());
        Assert.Equal(404, tag.Status);
    }

    private async Task<List<Answer>> PagesAsync(string path)
    {
        List<Answer> answers = [];
        for (string? next = path; next is not null; next = (string?)answers[^1].Json["links"]!["pages"]!["next"])
            answers.Add(await Http.ReadAsync(next));
        return answers;
    }

    private static IEnumerable<JsonNode> Items(Answer answer) => answer.Json["servers"]!.AsArray().Select(item => item!);
}
