using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>Each switch of <see cref="KeyRules"/> in both positions.</summary>
public sealed class KeyRuleTests : KeyTest
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(1);

    private async Task AssertRepeatAsync(string expected, int applied, string key = "key", string name = "data")
    {
        Assert.Equal(expected, Describe(await SendAsync(key, name)));
        Assert.Equal(applied, Server.Applied.Count(mutation => mutation.Method == "POST"));
    }

    [Theory]
    [InlineData(false, "created")]
    [InlineData(true, "400 bad_request")]
    public async Task Required_RefusesACreateWithoutKey(bool required, string expected)
    {
        Rules = new KeyRules { Required = required };
        Assert.Equal(expected, Describe(await SendAsync(null)));
        AssertApplied(required ? 0 : 1);
    }

    [Theory]
    [InlineData(false, "free text", "created")]
    [InlineData(true, "free text", "400 bad_request")]
    [InlineData(true, "0f8fad5b-d9cb-469f-a165-70867728950e", "created")]
    [InlineData(true, "0f8fad5b-d9cb-569f-a165-70867728950e", "400 bad_request")]
    [InlineData(true, "0f8fad5b-d9cb-469f-c165-70867728950e", "400 bad_request")]
    public async Task MustBeUuid4_RefusesOtherKeys(bool must, string key, string expected)
    {
        Rules = new KeyRules { MustBeUuid4 = must };
        Assert.Equal(expected, Describe(await SendAsync(key)));
    }

    [Theory]
    [InlineData(false, "created", 2)]
    [InlineData(true, "412 key_expired", 1)]
    public async Task KeyAfterItsWindow_IsForgottenOrRejected(bool rejects, string expected, int applied)
    {
        Rules = new KeyRules { Window = s_window, RejectsLate = rejects };
        await SendAsync();
        Time.Advance(s_window - TimeSpan.FromTicks(1));
        await AssertRepeatAsync("replayed", 1);
        Time.Advance(TimeSpan.FromTicks(1));
        await AssertRepeatAsync(expected, applied);
    }

    [Fact]
    public async Task WithoutAWindow_AKeyIsKnownForEver()
    {
        Rules = new KeyRules { Window = null };
        await SendAsync();
        Time.Advance(TimeSpan.FromDays(1000));
        await AssertRepeatAsync("replayed", 1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task AnotherBodyUnderOneKey_IsRefused(int status)
    {
        Rules = new KeyRules { MismatchStatus = status };
        await SendAsync();
        await AssertRepeatAsync($"{status} key_reused", 1, name: "other");
        await AssertRepeatAsync("replayed", 1);
    }

    [Fact]
    public async Task InProgressStatus_IsAnsweredWhileTheFirstIsWorkedOn()
    {
        Rules = new KeyRules { InProgressStatus = 425 };
        Fault hold = Create.HoldReply();
        Task<Answer> first = SendAsync();
        await hold.Hit;
        await AssertRepeatAsync("425 key_in_use", 1);
        hold.Release();
        await first;
    }

    [Theory]
    [InlineData(false, "replayed")]
    [InlineData(true, "500 status_500")]
    public async Task Stores5xx_RepeatsTheFailureOfACreateThatWasApplied(bool stores, string expected)
    {
        Rules = new KeyRules { Stores5xx = stores };
        Create.FailAfterApplying(500);
        Assert.Equal(500, (await SendAsync()).Status);
        await AssertRepeatAsync(expected, 1);
        await AssertRepeatAsync("created", 2, key: "another");
    }

    [Theory]
    [InlineData(false, "created", 1)]
    [InlineData(true, "503 unavailable", 0)]
    public async Task Stores5xx_RepeatsTheFailureOfACreateThatWasNotApplied(bool stores, string expected, int applied)
    {
        Rules = new KeyRules { Stores5xx = stores };
        Create.Reject(503);
        Assert.Equal(503, (await SendAsync()).Status);
        await AssertRepeatAsync(expected, applied);
    }

    [Fact]
    public async Task Stores5xx_KeepsTheFirstOutcome_NotAFailureOfARepeat()
    {
        Rules = new KeyRules { Stores5xx = true };
        await SendAsync();
        Create.Reject(503);
        Assert.Equal(503, (await SendAsync()).Status);
        Create.FailAfterApplying(500);
        Assert.Equal(500, (await SendAsync()).Status);
        await AssertRepeatAsync("replayed", 1);
    }

    [Fact]
    public async Task Stores5xx_DoesNotKeepARejection()
    {
        Rules = new KeyRules { Stores5xx = true };
        Create.Reject(429);
        Assert.Equal(429, (await SendAsync()).Status);
        await AssertRepeatAsync("created", 1);
    }

    [Theory]
    [InlineData(KeyAfterDelete.Replay, "replayed", 1)]
    [InlineData(KeyAfterDelete.Forget, "created", 2)]
    [InlineData(KeyAfterDelete.Refuse, "410 gone", 1)]
    public async Task AfterDelete_SaysWhatAKeyDoes(KeyAfterDelete afterDelete, string expected, int applied)
    {
        Rules = new KeyRules { AfterDelete = afterDelete };
        Answer first = await SendAsync();
        await AssertRepeatAsync("replayed", 1);
        await Http.SendAsync("DELETE", $"/v1/volumes/{first.Resource["id"]}");
        await AssertRepeatAsync(expected, applied);
        Assert.Equal(applied - 1, Server.Count(CloudKind.Volumes));
    }

    [Theory]
    [InlineData(true, "replayed")]
    [InlineData(false, "created")]
    public async Task MarksReplays_DecidesWhetherARepeatIsTold(bool marks, string looksLike)
    {
        Rules = new KeyRules { MarksReplays = marks };
        Answer first = await SendAsync();
        await AssertRepeatAsync(looksLike, 1);
        Assert.Equal(first.Text, (await SendAsync()).Text);
    }

    [Theory]
    [InlineData(false, "replayed", 1)]
    [InlineData(true, "created", 2)]
    public async Task IgnoresKeys_AcceptsAKeyAndCreatesAgain(bool ignores, string expected, int applied)
    {
        Rules = new KeyRules { IgnoresKeys = ignores };
        await SendAsync();
        await AssertRepeatAsync(expected, applied);
        Assert.Equal("400 bad_request", Describe(await SendAsync("")));
    }

    [Theory]
    [InlineData(false, "replayed", 1)]
    [InlineData(true, "created", 2)]
    public async Task ForgetsOnRestart_DropsWhatIsKnown(bool forgets, string expected, int applied)
    {
        Rules = new KeyRules { ForgetsOnRestart = forgets };
        await SendAsync();
        Server.Restart();
        using HttpClient http = Server.CreateClient();
        Answer repeat = await http.SendAsync("POST", "/v1/volumes", Bodies.Volume(), headers: ("Idempotency-Key", "key"));
        Assert.Equal((expected, applied), (Describe(repeat), Server.Applied.Count));
    }
}
