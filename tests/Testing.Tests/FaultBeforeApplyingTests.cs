using System.Net;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>What each fault does to a request that is not applied.</summary>
public sealed class FaultBeforeApplyingTests : CloudTest
{
    private FaultTrigger Create => Server.Faults.On("POST", "/v1/servers");

    private Task<Answer> SendAsync(CancellationToken cancellationToken = default) =>
        Http.CreateAsync(CloudKind.Servers, Bodies.Server(), cancellationToken);

    private void AssertReceivedButNotApplied(int? status)
    {
        Assert.Empty(Server.Applied);
        Assert.Equal(0, Server.Count(CloudKind.Servers));
        Assert.Equal(status, Assert.Single(Server.Requests).Status);
    }

    [Theory]
    [InlineData(400, "bad_request")]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "forbidden")]
    [InlineData(409, "already_exists")]
    [InlineData(429, "too_many_requests")]
    [InlineData(500, "status_500")]
    [InlineData(503, "unavailable")]
    public async Task Reject_AnswersTheStatusWithAnError(int status, string id)
    {
        Fault fault = Create.Reject(status);
        Answer answer = await SendAsync();
        Assert.Equal((status, id), (answer.Status, answer.Error));
        await fault.Hit;
        AssertReceivedButNotApplied(status);
    }

    [Fact]
    public async Task RejectWithRetryAfter_SaysWhen()
    {
        Create.RejectWithRetryAfter(TimeSpan.FromSeconds(6.5));
        Answer answer = await SendAsync();
        Assert.Equal((429, "7"), (answer.Status, answer.Headers["Retry-After"]));
        AssertReceivedButNotApplied(429);
    }

    [Fact]
    public async Task Status_AnswersTheGivenBody()
    {
        Create.Status(418, """{"code":"teapot"}""");
        Answer answer = await SendAsync();
        Assert.Equal((418, """{"code":"teapot"}"""), (answer.Status, answer.Text));
        AssertReceivedButNotApplied(418);
    }

    [Fact]
    public async Task Redirect_SendsTheLocation()
    {
        Create.Redirect("/v1/elsewhere", 308);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Server.BaseAddress };
        Answer answer = await http.CreateAsync(CloudKind.Servers, Bodies.Server());
        Assert.Equal((308, "/v1/elsewhere"), (answer.Status, answer.Headers["Location"]));
        AssertReceivedButNotApplied(308);
    }

    [Fact]
    public async Task LoseRequest_AbortsTheConnection()
    {
        Fault fault = Create.LoseRequest();
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        await fault.Hit;
        AssertReceivedButNotApplied(null);
    }

    [Fact]
    public async Task Hang_EndsWhenTheClientGivesUp()
    {
        Fault fault = Create.Hang();
        using var giveUp = new CancellationTokenSource();
        Task<Answer> sending = SendAsync(giveUp.Token);
        await fault.Hit;
        Assert.False(sending.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        AssertReceivedButNotApplied(null);
    }

    [Fact]
    public async Task Hold_AppliesLate_ThoughTheClientHasGivenUp()
    {
        Fault hold = Create.Hold();
        Fault lose = Create.LoseReply();
        using var giveUp = new CancellationTokenSource();
        Task<Answer> sending = SendAsync(giveUp.Token);
        await hold.Hit;
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(0, Server.Count(CloudKind.Servers));
        hold.Release();
        await lose.Hit;
        Assert.Equal(1, Server.Count(CloudKind.Servers));
        Assert.Single(Server.Applied);
    }

    [Fact]
    public async Task Hold_AnswersAClientThatWaits()
    {
        Fault hold = Create.Hold();
        Task<Answer> sending = SendAsync();
        await hold.Hit;
        Assert.Empty(Server.Applied);
        hold.Release();
        Assert.Equal((int)HttpStatusCode.Accepted, (await sending).Status);
    }

    [Fact]
    public async Task Delay_WaitsByTheServersClock()
    {
        Fault delay = Create.Delay(TimeSpan.FromMinutes(5));
        Task<Answer> sending = SendAsync();
        await delay.Hit;
        Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.Empty(Server.Applied);
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(202, (await sending).Status);
        Assert.Equal(Time.GetUtcNow(), Assert.Single(Server.Applied).Time);
    }

    [Fact]
    public async Task DropProperty_IsNeitherStoredNorReplied_ButReceived()
    {
        Create.DropProperty("tags");
        Answer answer = await Http.CreateAsync(CloudKind.Servers, Bodies.Server(more: ""","tags":["mark"]"""));
        Assert.Equal(202, answer.Status);
        Assert.Empty(answer.Resource["tags"]!.AsArray());
        Assert.Empty(Server.Live(CloudKind.Servers)[0]["tags"]!.AsArray());
        Assert.Contains("mark", Server.Requests[0].Body);
    }
}
