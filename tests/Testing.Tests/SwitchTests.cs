using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class SwitchTests : CloudTest
{
    private async Task<int> ListedAsync(string kind = CloudKind.Servers) => (int)(await Http.ReadAsync($"/v1/{kind}")).Json["meta"]!["total"]!;

    protected override CloudOptions Options => new() { TimeProvider = Time, StartupTime = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task ListLag_HidesWhatIsNewFromLists_NotFromReads()
    {
        await CreatedIdAsync(CloudKind.Servers, Bodies.Server("before"));
        Server.ListLag = TimeSpan.FromSeconds(30);
        string id = await CreatedIdAsync(CloudKind.Servers, Bodies.Server("after"));
        Assert.Equal(1, await ListedAsync());
        Assert.Equal(200, (await Http.ReadAsync($"/v1/servers/{id}")).Status);
        Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(1, await ListedAsync());
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await ListedAsync());
    }

    [Fact]
    public async Task HideFromListsUntil_HidesUntilReleased()
    {
        var released = new TaskCompletionSource();
        Server.HideFromListsUntil(released.Task);
        await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((0, 1), (await ListedAsync(), Server.Count(CloudKind.Servers)));
        released.SetResult();
        Assert.Equal(1, await ListedAsync());
    }

    [Fact]
    public async Task LaggingUniqueName_IsRefusedThoughNotListed()
    {
        Server.ListLag = TimeSpan.FromSeconds(30);
        await CreatedIdAsync(CloudKind.Networks, Bodies.Network());
        Assert.Equal((409, 0), ((await Http.CreateAsync(CloudKind.Networks, Bodies.Network())).Status, await ListedAsync(CloudKind.Networks)));
    }

    [Fact]
    public async Task ForbidReads_HidesWhatIsThere()
    {
        string id = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Server.ForbidReads = true;
        Answer hidden = await Http.ReadAsync($"/v1/servers/{id}");
        Assert.Equal((404, "not_found", 0, 1), (hidden.Status, hidden.Error, await ListedAsync(), Server.Count(CloudKind.Servers)));
        Server.ForbidReads = false;
        Assert.Equal((200, 1), ((await Http.ReadAsync($"/v1/servers/{id}")).Status, await ListedAsync()));
    }

    [Fact]
    public async Task DroppedProperties_AreAcceptedAndNotStored()
    {
        const string Tags = ""","tags":["mark"]""";
        await CreatedIdAsync(CloudKind.LoadBalancers, Bodies.LoadBalancer("before", Tags));
        Server.DroppedProperties = ["tags", "labels"];
        string id = await CreatedIdAsync(CloudKind.LoadBalancers, Bodies.LoadBalancer("after", Tags));
        await Http.CreateAsync(CloudKind.Databases, Bodies.Database(more: ""","labels":{"mark":"1"}"""));
        await Http.SendAsync("PUT", $"/v1/load_balancers/{id}", Bodies.LoadBalancer("updated", Tags));

        Assert.Equal(["""["mark"]""", "[]"], Server.Live(CloudKind.LoadBalancers).Select(balancer => balancer["tags"]!.ToJsonString()));
        Assert.Equal("updated", (string?)Server.Live(CloudKind.LoadBalancers)[1]["name"]);
        Assert.Equal("{}", Server.Live(CloudKind.Databases)[0]["labels"]!.ToJsonString());

        Server.DroppedProperties = [];
        await Http.SendAsync("PUT", $"/v1/load_balancers/{id}", Bodies.LoadBalancer("updated", Tags));
        Assert.Equal("""["mark"]""", Server.Live(CloudKind.LoadBalancers)[1]["tags"]!.ToJsonString());
    }

    [Fact]
    public async Task Server_IsNewUntilItHasStarted()
    {
        Answer created = await Http.CreateAsync(CloudKind.Servers, Bodies.Server());
        string path = $"/v1/servers/{created.Resource["id"]}";
        Time.Advance(TimeSpan.FromMinutes(1));
        Answer started = await Http.ReadAsync(path);
        Assert.Equal(("new", "active"), ((string?)created.Resource["status"], (string?)started.Resource["status"]));
    }

    [Fact]
    public async Task Reset_KeepsRequestsThatStillWaitOutOfTheNewState()
    {
        Fault delay = Server.Faults.On("POST", "/v1/servers").Delay(TimeSpan.FromMinutes(1));
        Task<Answer> waiting = Http.CreateAsync(CloudKind.Servers, Bodies.Server("old"));
        await delay.Hit;
        Server.Reset();
        await CreatedIdAsync(CloudKind.Tags, Bodies.Tag());
        Time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        Assert.Equal(0, Server.Count(CloudKind.Servers));
        Assert.Equal(("/v1/tags", 201), (Server.Requests.Single().Path, Server.Requests.Single().Status));
    }

    [Fact]
    public async Task Reset_ForgetsEverything_AndUsesNoIdAgain()
    {
        string first = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Server.ForbidReads = Server.SoftDelete = true;
        Server.ListLag = TimeSpan.FromDays(1);
        Server.PageSizeCap = 1;
        Server.CreationEnd = CreationEnd.Error;
        Server.HidesNewIds = Server.IgnoresPreconditions = true;
        Server.DroppedProperties = ["tags"];
        Server.Keys.SetAll(KeyRules.Query);
        Server.HideFromListsUntil(new TaskCompletionSource().Task);
        Server.Faults.On("*", "/v1/servers").Reject(503).Always();

        Server.Reset();

        Assert.Empty(Server.Requests);
        Assert.Empty(Server.Applied);
        string second = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Assert.NotEqual(first, second);
        Assert.Equal(1, await ListedAsync());
        Assert.Equal((false, false, TimeSpan.Zero, null), (Server.ForbidReads, Server.SoftDelete, Server.ListLag, Server.PageSizeCap));
        Assert.Equal((CreationEnd.Ready, false, false), (Server.CreationEnd, Server.HidesNewIds, Server.IgnoresPreconditions));
        Assert.Empty(Server.DroppedProperties);
        Assert.Equal((KeyRules.Header, null), (Server.Keys[CloudKind.Volumes], Server.Keys[CloudKind.Servers]));
    }
}
