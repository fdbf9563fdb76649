using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>Faults on the client's side, judged by what a real server received and applied.</summary>
public sealed class FaultHandlerTests : CloudTest, IDisposable
{
    private readonly FaultHandler _faults;
    private readonly HttpClient _http;

    public FaultHandlerTests()
    {
        _faults = new FaultHandler(new SocketsHttpHandler(), Time);
        _http = new HttpClient(_faults);
    }

    public void Dispose() => _http.Dispose();

    private HandlerFaultTrigger Create => _faults.On("POST", "/v1/servers");

    private Task<Answer> SendAsync(CancellationToken cancellationToken = default)
    {
        _http.BaseAddress ??= Server.BaseAddress;
        return _http.CreateAsync(CloudKind.Servers, Bodies.Server(), cancellationToken);
    }

    private void AssertReceived(int received, int applied) => Assert.Equal((received, applied), (Server.Requests.Count, Server.Applied.Count));

    [Fact]
    public async Task LostRequest_AndLostReply_LookTheSameToTheClient()
    {
        Fault request = Create.LoseRequest();
        Fault reply = Create.LoseReply();
        HttpRequestException first = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        AssertReceived(0, 0);
        HttpRequestException second = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        AssertReceived(1, 1);
        Assert.Equal((first.HttpRequestError, first.Message), (second.HttpRequestError, second.Message));
        Assert.Equal((HttpRequestError.ResponseEnded, 1, 1), (first.HttpRequestError, request.Hits, reply.Hits));
        Assert.Equal(202, (await SendAsync()).Status);
    }

    [Fact]
    public async Task LostReply_LooksLikeTheServersOwn()
    {
        Server.Faults.On("POST", "/v1/servers").LoseReply();
        HttpRequestException real = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        Create.LoseReply();
        HttpRequestException scripted = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        Assert.Null(real.StatusCode);
        Assert.Null(scripted.StatusCode);
        Assert.True(real.InnerException is IOException);
        Assert.True(scripted.InnerException is IOException);
    }

    [Fact]
    public async Task RefusedConnection_ProvesThatNothingWasSent()
    {
        Create.RefuseConnection();
        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        AssertReceived(0, 0);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Timeout_ComesBeforeOrAfterSending(bool sent, int applied)
    {
        _ = sent ? Create.TimeOutAfterSending() : Create.TimeOut();
        TaskCanceledException timeout = await Assert.ThrowsAsync<TaskCanceledException>(() => SendAsync());
        Assert.IsType<TimeoutException>(timeout.InnerException);
        AssertReceived(applied, applied);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Cancellation_ComesBeforeOrAfterSending(bool sent, int applied)
    {
        using var source = new CancellationTokenSource();
        _ = sent ? Create.CancelAfterSending(source) : Create.Cancel(source);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(source.Token));
        Assert.True(source.IsCancellationRequested);
        AssertReceived(applied, applied);
    }

    [Fact]
    public async Task Reply_IsAnsweredWithoutSending()
    {
        Create.Reply(503, """{"id":"unavailable"}""");
        Answer answer = await SendAsync();
        Assert.Equal((503, "unavailable"), (answer.Status, answer.Error));
        AssertReceived(0, 0);
    }

    [Fact]
    public async Task ReplaceReply_HidesWhatTheServerDid()
    {
        Create.ReplaceReply(500);
        Answer answer = await SendAsync();
        Assert.Equal((500, ""), (answer.Status, answer.Text));
        AssertReceived(1, 1);
    }

    [Theory]
    [InlineData(HttpCompletionOption.ResponseContentRead)]
    [InlineData(HttpCompletionOption.ResponseHeadersRead)]
    public async Task TruncatedReply_BreaksInTheMiddleOfItsBody(HttpCompletionOption option)
    {
        Create.TruncateReply();
        var received = new MemoryStream();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.BaseAddress, "/v1/servers")) { Content = new StringContent(Bodies.Server()) };
        Exception broken = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using HttpResponseMessage response = await _http.SendAsync(request, option);
            Assert.Equal(202, (int)response.StatusCode);
            await using Stream body = await response.Content.ReadAsStreamAsync();
            await body.CopyToAsync(received);
        });
        Assert.Equal(option == HttpCompletionOption.ResponseHeadersRead, received.Length > 0);
        Assert.Equal(HttpRequestError.ResponseEnded, (broken as HttpIOException)?.HttpRequestError ?? ((HttpRequestException)broken).HttpRequestError);
        AssertReceived(1, 1);
    }

    [Fact]
    public async Task Delay_WaitsByTheHandlersClock_ThenSends()
    {
        Fault delay = Create.Delay(TimeSpan.FromMinutes(5));
        Task<Answer> sending = SendAsync();
        await delay.Hit;
        Time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        AssertReceived(0, 0);
        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(202, (await sending).Status);
    }

    [Fact]
    public async Task Hold_SendsWhenReleased()
    {
        Fault hold = Create.Hold();
        Task<Answer> sending = SendAsync();
        await hold.Hit;
        AssertReceived(0, 0);
        hold.Release();
        Assert.Equal(202, (await sending).Status);
    }

    [Fact]
    public async Task HoldReply_HasSentBefore_AndJoinsTheNextFault()
    {
        Fault hold = Create.HoldReply();
        Create.LoseReply();
        Task<Answer> sending = SendAsync();
        await hold.Hit;
        AssertReceived(1, 1);
        Assert.False(sending.IsCompleted);
        hold.Release();
        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
    }

    [Fact]
    public async Task Faults_AreCountedAndChosenByMethodAndPath()
    {
        Fault second = Create.Reply(503).Skip(1).Times(2);
        _faults.On("*", "/v1/tags?page=2").Reply(418).Always();
        int[] statuses = [(await SendAsync()).Status, (await SendAsync()).Status, (await SendAsync()).Status, (await SendAsync()).Status];
        Assert.Equal([202, 503, 503, 202], statuses);
        Assert.Equal(2, second.Hits);
        Assert.Equal((200, 418), ((await _http.ReadAsync("/v1/tags")).Status, (await _http.ReadAsync("/v1/tags?page=2")).Status));
        _faults.Clear();
        Assert.Equal(200, (await _http.ReadAsync("/v1/tags?page=2")).Status);
    }

    [Fact]
    public void SynchronousRequests_MeetTheSameFaults()
    {
        Create.ReplaceReply(500);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.BaseAddress, "/v1/servers")) { Content = new StringContent(Bodies.Server()) };
        using HttpResponseMessage response = _http.Send(request, TestContext.Current.CancellationToken);
        Assert.Equal(500, (int)response.StatusCode);
        AssertReceived(1, 1);
    }

    [Fact]
    public void SenselessScript_IsRefusedAtOnce()
    {
        Assert.Throws<ArgumentException>(() => _faults.On("GET", "v1/servers"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create.Reply(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create.ReplaceReply(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => Create.Delay(TimeSpan.FromTicks(-1)));
    }
}
