using System.Text.Json.Nodes;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>What is made by an operation that takes a while, and carries labels.</summary>
public sealed class DatabaseTests : CloudTest
{
    private static readonly TimeSpan s_startup = TimeSpan.FromMinutes(1);

    protected override CloudOptions Options => new() { TimeProvider = Time, StartupTime = s_startup };

    private Task<Answer> CreateAsync(string name = "orders", string more = "") => Http.CreateAsync(CloudKind.Databases, Bodies.Database(name, more));

    private async Task<JsonObject> ReadAsync(string path) => (await Http.ReadAsync(path)).Resource;

    [Fact]
    public async Task Create_AnswersAnOperation_ThatNamesTheDatabaseAndEnds()
    {
        Answer accepted = await CreateAsync();
        var location = new Uri(accepted.Headers["Operation-Location"]);
        JsonObject running = await ReadAsync(location.PathAndQuery);
        string id = (string)accepted.Resource["resource_id"]!;
        JsonObject creating = await ReadAsync($"/v1/databases/{id}");
        Time.Advance(s_startup);
        JsonObject succeeded = await ReadAsync(location.PathAndQuery);
        JsonObject ready = await ReadAsync($"/v1/databases/{id}");

        Assert.Equal((202, Server.BaseAddress.Port), (accepted.Status, location.Port));
        Assert.True(JsonNode.DeepEquals(accepted.Resource, running));
        Assert.Equal(("running", "creating"), ((string?)running["status"], (string?)creating["status"]));
        Assert.Equal(("succeeded", "ready"), ((string?)succeeded["status"], (string?)ready["status"]));
        Assert.Equal(id, (string?)succeeded["resource_id"]);
        Assert.Equal(("POST", id, "orders"), (Server.Applied.Single().Method, Server.Applied.Single().Id, Server.Applied.Single().Name));
    }

    [Fact]
    public async Task CreationThatEndsInError_LeavesADatabaseInError()
    {
        Server.CreationEnd = CreationEnd.Error;
        Answer accepted = await CreateAsync();
        string operation = new Uri(accepted.Headers["Operation-Location"]).PathAndQuery;
        Assert.Equal("running", (string?)(await ReadAsync(operation))["status"]);
        Time.Advance(s_startup);
        JsonObject failed = await ReadAsync(operation);
        Assert.Equal(("failed", "The database could not be created."), ((string?)failed["status"], (string?)failed["message"]));
        Assert.Equal("error", (string?)(await ReadAsync($"/v1/databases/{failed["resource_id"]}"))["status"]);
        Assert.Equal(1, Server.Count(CloudKind.Databases));
    }

    [Fact]
    public async Task CreationThatComesToNothing_TakesTheDatabaseAway()
    {
        Server.CreationEnd = CreationEnd.Nothing;
        Answer accepted = await CreateAsync();
        string database = $"/v1/databases/{accepted.Resource["resource_id"]}";
        Assert.Equal((200, 1), ((await Http.ReadAsync(database)).Status, Server.Count(CloudKind.Databases)));
        Time.Advance(s_startup);
        Assert.Equal((0, 0), (Server.Count(CloudKind.Databases), Server.Live(CloudKind.Databases).Count));
        Assert.Equal(404, (await Http.ReadAsync(database)).Status);
        Assert.Equal("failed", (string?)(await ReadAsync(new Uri(accepted.Headers["Operation-Location"]).PathAndQuery))["status"]);
    }

    [Fact]
    public async Task HidesNewIds_NamesTheDatabaseOnlyOnceItIsReady()
    {
        Server.HidesNewIds = true;
        Answer accepted = await CreateAsync();
        string operation = new Uri(accepted.Headers["Operation-Location"]).PathAndQuery;
        Assert.Null(accepted.Resource["resource_id"]);
        Time.Advance(s_startup);
        Assert.Equal(Server.Applied[0].Id, (string?)(await ReadAsync(operation))["resource_id"]);

        Server.HidesNewIds = false;
        Assert.NotNull((await CreateAsync("more")).Resource["resource_id"]);
    }

    [Fact]
    public async Task FailedWithNothingLeft_NamesNoDatabase_WhereIdsAreHidden()
    {
        (Server.HidesNewIds, Server.CreationEnd) = (true, CreationEnd.Nothing);
        Answer accepted = await CreateAsync();
        Time.Advance(s_startup);
        Assert.Null((await ReadAsync(new Uri(accepted.Headers["Operation-Location"]).PathAndQuery))["resource_id"]);
    }

    [Theory]
    [InlineData("team=shop", "a,b")]
    [InlineData("team=shop,tier=1", "a")]
    [InlineData("tier", "a,c")]
    [InlineData("team", "a,b")]
    [InlineData("team=none", "")]
    [InlineData("team=", "")]
    public async Task LabelSelector_FindsThoseThatHaveEveryLabel(string selector, string names)
    {
        await CreateAsync("a", ""","labels":{"team":"shop","tier":"1"}""");
        await CreateAsync("b", ""","labels":{"team":"shop"}""");
        await CreateAsync("c", ""","labels":{"tier":"2"}""");
        await CreateAsync("d");
        Answer list = await Http.ReadAsync($"/v1/databases?label_selector={Uri.EscapeDataString(selector)}");
        Assert.Equal(names, string.Join(',', list.Json["databases"]!.AsArray().Select(database => (string?)database!["name"])));
    }

    [Fact]
    public async Task ForbidReads_HidesOperationsToo()
    {
        string operation = new Uri((await CreateAsync()).Headers["Operation-Location"]).PathAndQuery;
        Server.ForbidReads = true;
        Assert.Equal(404, (await Http.ReadAsync(operation)).Status);
        Server.ForbidReads = false;
        Assert.Equal(200, (await Http.ReadAsync(operation)).Status);
    }

    [Fact]
    public async Task ReplyWithoutId_HasNoIdAnywhere()
    {
        Server.Faults.On("POST", "/v1/databases").ReplyWithoutId();
        Answer answer = await CreateAsync();
        Assert.Equal((202, 1), (answer.Status, Server.Count(CloudKind.Databases)));
        Assert.DoesNotContain(Server.Applied[0].Id, answer.Text);
        Assert.Null(answer.Header("Operation-Location"));
        Assert.Equal("running", (string?)answer.Resource["status"]);
    }

    [Theory]
    [InlineData("GET", "/v1/operations", 404)]
    [InlineData("GET", "/v1/operations/none", 404)]
    [InlineData("DELETE", "/v1/operations/none", 405)]
    public async Task OperationsAreOnlyRead(string method, string path, int status) =>
        Assert.Equal(status, (await Http.SendAsync(method, path)).Status);
}
