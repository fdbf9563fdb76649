using System.Text.Json;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>What each fault does to the reply of a request that is applied.</summary>
public sealed class FaultAfterApplyingTests : CloudTest
{
    private FaultTrigger Create => Server.Faults.On("POST", "/v1/servers");

    private Task<Answer> SendAsync(CancellationToken cancellationToken = default) =>
        Http.CreateAsync(CloudKind.Servers, Bodies.Server(), cancellationToken);

    private void AssertApplied(int? status)
    {
        Assert.Equal("web-1", Assert.Single(Server.Applied).Name);
        Assert.Equal(1, Server.Count(CloudKind.Servers));
        Assert.Equal(status, Assert.Single(Server.Requests).Status);
    }

    [Fact]
    public async Task LoseReply_AbortsTheConnection()
    {
        Fault fault = Create.LoseReply();
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        await fault.Hit;
        AssertApplied(null);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task FailAfterApplying_AnswersTheStatus(int status)
    {
        Create.FailAfterApplying(status);
        Assert.Equal(status, (await SendAsync()).Status);
        AssertApplied(status);
    }

    [Fact]
    public async Task TruncateReply_SendsTheHeadAndThenBreaks()
    {
        Create.TruncateReply();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/servers") { Content = new StringContent(Bodies.Server()) };
        using HttpResponseMessage response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(202, (int)response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 2);
        HttpIOException broken = await Assert.ThrowsAsync<HttpIOException>(async () => await (await response.Content.ReadAsStreamAsync()).CopyToAsync(Stream.Null));
        Assert.Equal(HttpRequestError.ResponseEnded, broken.HttpRequestError);
        AssertApplied(202);
    }

    [Fact]
    public async Task UnreadableReply_IsASuccessWithoutJson()
    {
        Create.UnreadableReply();
        Answer answer = await SendAsync();
        Assert.Equal(202, answer.Status);
        Assert.ThrowsAny<JsonException>(() => answer.Json);
        AssertApplied(202);
    }

    [Theory]
    [InlineData(CloudKind.Servers, "id")]
    [InlineData(CloudKind.Tags, "name")]
    public async Task ReplyWithoutId_HasEverythingElse(string kind, string id)
    {
        Server.Faults.On("POST", $"/v1/{kind}").ReplyWithoutId();
        Answer answer = await Http.CreateAsync(kind, Bodies.Of(kind, "one"));
        Assert.False(answer.Resource.ContainsKey(id));
        Assert.True(answer.Resource.ContainsKey("created_at"));
        Assert.True(Server.Live(kind)[0].ContainsKey(id));
        Assert.Single(Server.Applied);
    }

    [Fact]
    public async Task HangAfterApplying_EndsWhenTheClientGivesUp()
    {
        Fault fault = Create.HangAfterApplying();
        using var giveUp = new CancellationTokenSource();
        Task<Answer> sending = SendAsync(giveUp.Token);
        await fault.Hit;
        AssertApplied(null);
        Assert.False(sending.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task HoldReply_AppliesAtOnce_AndAnswersWhenReleased()
    {
        Fault fault = Create.HoldReply();
        Task<Answer> sending = SendAsync();
        await fault.Hit;
        AssertApplied(null);
        Assert.False(sending.IsCompleted);
        fault.Release();
        Assert.Equal(202, (await sending).Status);
        AssertApplied(202);
    }

    [Fact]
    public async Task FaultsOfReads_LeaveTheResourceAlone()
    {
        string id = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Server.Faults.On("GET", "/v1/servers/{id}").UnreadableReply();
        Answer unreadable = await Http.ReadAsync($"/v1/servers/{id}");
        Answer whole = await Http.ReadAsync($"/v1/servers/{id}");
        Assert.Equal((200, 200), (unreadable.Status, whole.Status));
        Assert.ThrowsAny<JsonException>(() => unreadable.Json);
        Assert.Equal(id, whole.Resource["id"]!.ToString());
    }
}
