using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>How a create under an idempotency key is repeated.</summary>
public sealed class KeyTests : KeyTest
{
    [Fact]
    public async Task Repeat_CreatesNothing_AndIsAnsweredAsTheFirstWas()
    {
        Answer first = await SendAsync();
        Answer repeat = await SendAsync();
        Assert.Equal(("created", "replayed", first.Text), (Describe(first), Describe(repeat), repeat.Text));
        AssertApplied(1);
        Assert.Equal(2, Server.Posts(CloudKind.Volumes));
    }

    [Theory]
    [InlineData("another")]
    [InlineData(null)]
    public async Task AnotherKey_OrNone_CreatesAnother(string? key)
    {
        await SendAsync();
        Assert.Equal("created", Describe(await SendAsync(key)));
        Assert.Equal("created", Describe(await SendAsync(null)));
        AssertApplied(3);
    }

    [Fact]
    public async Task LostReply_IsToldToTheRepeat()
    {
        Create.LoseReply();
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync());
        Answer repeat = await SendAsync();
        Assert.Equal(("replayed", Server.Applied[0].Id), (Describe(repeat), (string?)repeat.Resource["id"]));
        AssertApplied(1);
    }

    [Fact]
    public async Task ReplyThatAFaultChanged_IsToldWhole()
    {
        Create.ReplyWithoutId();
        Assert.Null((await SendAsync()).Resource["id"]);
        Assert.Equal(Server.Applied[0].Id, (string?)(await SendAsync()).Resource["id"]);
    }

    [Fact]
    public async Task InvalidCreate_DoesNotUseItsKeyUp()
    {
        Assert.Equal("422 unprocessable_entity", Describe(await SendAsync(name: "")));
        Assert.Equal("created", Describe(await SendAsync()));
    }

    [Fact]
    public async Task Keys_AreOfOneKind()
    {
        Server.Keys.SetAll(KeyRules.Header);
        await SendAsync();
        Answer server = await Http.SendAsync("POST", "/v1/servers", Bodies.Server(), headers: ("Idempotency-Key", "key"));
        Answer repeat = await Http.SendAsync("POST", "/v1/servers", Bodies.Server(), headers: ("Idempotency-Key", "key"));
        Assert.Equal((202, 202, "true"), (server.Status, repeat.Status, repeat.Header("Idempotency-Replayed")));
        Assert.Equal(1, Server.Count(CloudKind.Servers));
    }

    [Theory]
    [InlineData(CloudKind.Volumes, 1)]
    [InlineData(CloudKind.Servers, 2)]
    public async Task KindWithoutRules_IgnoresAKey(string kind, int live)
    {
        for (int send = 0; send < 2; send++)
            await Http.SendAsync("POST", $"/v1/{kind}", Bodies.Of(kind, "one"), headers: ("Idempotency-Key", "key"));
        Assert.Equal(live, Server.Count(kind));
    }

    [Fact]
    public async Task RulesCanBeTakenAway()
    {
        Server.Keys[CloudKind.Volumes] = null;
        await SendAsync();
        await SendAsync();
        AssertApplied(2);
    }

    [Fact]
    public async Task RepeatWhileTheFirstIsInProgress_IsRefused_ThenReplayed()
    {
        Fault hold = Create.HoldReply();
        Task<Answer> first = SendAsync();
        await hold.Hit;
        Assert.Equal("409 key_in_use", Describe(await SendAsync()));
        hold.Release();
        Assert.Equal("created", Describe(await first));
        Assert.Equal("replayed", Describe(await SendAsync()));
        AssertApplied(1);
    }

    [Fact]
    public async Task ReplyThatOnlyHangs_IsNoRequestInProgress()
    {
        Fault hang = Create.HangAfterApplying();
        using var giveUp = new CancellationTokenSource();
        Task<Answer> first = Http.SendAsync("POST", "/v1/volumes", Bodies.Volume(), giveUp.Token, ("Idempotency-Key", "key"));
        await hang.Hit;
        Assert.Equal("replayed", Describe(await SendAsync()));
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task SixtyFourRepeatsAtOnce_ApplyOne()
    {
        Fault hold = Create.Hold().Times(64);
        Task<Answer>[] sending = [.. Enumerable.Range(0, 64).Select(_ => SendAsync())];
        while (hold.Hits < 64) await Task.Yield();
        hold.Release();
        Answer[] answers = await Task.WhenAll(sending);
        Assert.Equal((1, 63), (answers.Count(answer => Describe(answer) == "created"), answers.Count(answer => Describe(answer) == "replayed")));
        AssertApplied(1);
    }

    [Fact]
    public void SenselessRules_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Rules = new KeyRules { Name = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => Rules = new KeyRules { Window = TimeSpan.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => Rules = new KeyRules { MismatchStatus = 418 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Rules = new KeyRules { InProgressStatus = 201 });
        Assert.Throws<ArgumentException>(() => Server.Keys[CloudKind.Buckets] = KeyRules.Header);
        Assert.Throws<ArgumentException>(() => Server.Keys["clouds"]);
    }
}
