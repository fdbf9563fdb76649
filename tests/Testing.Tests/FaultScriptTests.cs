using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>Which requests a fault acts on, and how often.</summary>
public sealed class FaultScriptTests : CloudTest
{
    /// <summary>Creates as many as there are statuses, named n0, n1 and so on.</summary>
    private async Task AssertStatusesAsync(string kind, params int[] expected)
    {
        var statuses = new int[expected.Length];
        for (int index = 0; index < expected.Length; index++) statuses[index] = (await Http.CreateAsync(kind, Bodies.Of(kind, $"n{index}"))).Status;
        Assert.Equal(expected, statuses);
    }

    [Fact]
    public async Task WithoutACount_ActsOnce()
    {
        Fault fault = Server.Faults.On("POST", "/v1/servers").Reject(503);
        await AssertStatusesAsync(CloudKind.Servers, 503, 202, 202);
        Assert.Equal(1, fault.Hits);
    }

    [Fact]
    public async Task Times_ActsThatOften()
    {
        Fault fault = Server.Faults.On("POST", "/v1/servers").Reject(503).Times(2);
        await AssertStatusesAsync(CloudKind.Servers, 503, 503, 202);
        Assert.Equal(2, fault.Hits);
    }

    [Fact]
    public async Task Skip_LetsTheFirstOnesPass()
    {
        Server.Faults.On("POST", "/v1/servers").Reject(503).Skip(2).Once();
        await AssertStatusesAsync(CloudKind.Servers, 202, 202, 503, 202);
    }

    [Fact]
    public async Task Always_ActsUntilRemoved()
    {
        Fault fault = Server.Faults.On("POST", "/v1/servers").Reject(503).Always();
        await AssertStatusesAsync(CloudKind.Servers, 503, 503, 503);
        fault.Remove();
        await AssertStatusesAsync(CloudKind.Servers, 202);
    }

    [Fact]
    public async Task Hit_IsNotCompletedBeforeTheFaultActs()
    {
        Fault fault = Server.Faults.On("POST", "/v1/servers").Reject(503);
        await AssertStatusesAsync(CloudKind.Tags, 201);
        Assert.False(fault.Hit.IsCompleted);
        await AssertStatusesAsync(CloudKind.Servers, 503);
        await fault.Hit;
    }

    [Fact]
    public async Task FaultsOfOnePath_ActInTheirOrder()
    {
        Server.Faults.On("POST", "/v1/servers").Reject(503);
        Server.Faults.On("POST", "/v1/servers").FailAfterApplying(500);
        await AssertStatusesAsync(CloudKind.Servers, 503, 500, 202);
        Assert.Equal(2, Server.Count(CloudKind.Servers));
    }

    [Fact]
    public async Task FaultThatDoesNotDecide_JoinsTheNextOne()
    {
        Server.Faults.On("POST", "/v1/servers").DropProperty("tags");
        Server.Faults.On("POST", "/v1/servers").FailAfterApplying(500);
        Answer answer = await Http.CreateAsync(CloudKind.Servers, Bodies.Server(more: ""","tags":["mark"]"""));
        Assert.Equal(500, answer.Status);
        Assert.Empty(Server.Live(CloudKind.Servers)[0]["tags"]!.AsArray());
    }

    [Theory]
    [InlineData("GET", "/v1/servers?page=3", "GET", "/v1/servers?page=3&per_page=5", true)]
    [InlineData("GET", "/v1/servers?page=3", "GET", "/v1/servers?page=2", false)]
    [InlineData("GET", "/v1/servers?page=3", "GET", "/v1/servers", false)]
    [InlineData("GET", "/v1/servers/*", "GET", "/v1/servers/7", true)]
    [InlineData("GET", "/v1/servers/*", "GET", "/v1/servers", false)]
    [InlineData("GET", "/v1/*/{id}", "GET", "/v1/tags/a", true)]
    [InlineData("GET", "/v1/tags/a", "GET", "/v1/tags/b", false)]
    [InlineData("*", "/v1/tags", "POST", "/v1/tags", true)]
    [InlineData("get", "/v1/tags", "GET", "/v1/tags", true)]
    [InlineData("GET", "/v1/tags", "POST", "/v1/tags", false)]
    public async Task Pattern_ChoosesTheRequests(string method, string pattern, string sentMethod, string sentPath, bool acts)
    {
        Server.Faults.On(method, pattern).Reject(418);
        Answer answer = await Http.SendAsync(sentMethod, sentPath, sentMethod == "POST" ? Bodies.Tag() : null);
        Assert.Equal(acts, answer.Status == 418);
    }

    [Fact]
    public async Task Named_ChoosesTheRequestByItsBody()
    {
        Server.Faults.On("POST", "/v1/servers").Named("n2").Reject(503).Always();
        await AssertStatusesAsync(CloudKind.Servers, 202, 202, 503, 202);
    }

    [Fact]
    public async Task CountedFault_IsSharedOutUnderConcurrency()
    {
        Fault fault = Server.Faults.On("POST", "/v1/servers").Reject(503).Times(10);
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Http.CreateAsync(CloudKind.Servers, Bodies.Server())));
        Assert.Equal(10, answers.Count(answer => answer.Status == 503));
        Assert.Equal((54, 64), (Server.Applied.Count, Server.Posts(CloudKind.Servers)));
        await fault.Hit;
    }

    [Fact]
    public async Task Clear_RemovesFaults_AndLetsHeldRequestsGo()
    {
        Fault hold = Server.Faults.On("POST", "/v1/servers").Hold();
        Server.Faults.On("POST", "/v1/tags").Reject(503).Always();
        Task<Answer> held = Http.CreateAsync(CloudKind.Servers, Bodies.Server());
        await hold.Hit;
        Server.Faults.Clear();
        Assert.Equal(202, (await held).Status);
        await AssertStatusesAsync(CloudKind.Tags, 201);
    }

    [Fact]
    public void SenselessScript_IsRefusedAtOnce()
    {
        Assert.Throws<ArgumentException>(() => Server.Faults.On("GET", "v1/servers"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Server.Faults.On("GET", "/").Reject(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Server.Faults.On("GET", "/").Reject(503).Times(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Server.Faults.On("GET", "/").Redirect("/", 200));
    }
}
