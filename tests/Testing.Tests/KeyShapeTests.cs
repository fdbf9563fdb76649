using System.Globalization;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>Where a key is and what it looks like.</summary>
public sealed class KeyShapeTests : KeyTest
{
    private const string Uuid4 = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Theory]
    [InlineData("\"key\"", 201)]
    [InlineData("\"with \\\"quotes\\\" and \\\\\"", 201)]
    [InlineData("key", 400)]
    [InlineData("\"key", 400)]
    [InlineData("\"a\"b\"", 400)]
    [InlineData("\"\"", 400)]
    [InlineData("\"a\\b\"", 400)]
    public async Task StructuredHeader_IsAStringInQuotes(string value, int status)
    {
        Rules = KeyRules.StructuredHeader;
        Assert.Equal(status, (await SendAsync(value)).Status);
        Answer repeat = await SendAsync(value);
        Assert.Equal((status, status == 201 ? "true" : null), (repeat.Status, repeat.Header("Idempotency-Replayed")));
        AssertApplied(status == 201 ? 1 : 0);
    }

    [Fact]
    public async Task BareHeader_TakesQuotesForPartOfTheKey()
    {
        await SendAsync("key");
        Assert.Equal("created", Describe(await SendAsync("\"key\"")));
    }

    [Fact]
    public async Task KeyOf255Characters_IsTheLongest()
    {
        Assert.Equal(201, (await SendAsync(new string('k', 255))).Status);
        Assert.Equal(400, (await SendAsync(new string('k', 256))).Status);
    }

    [Fact]
    public async Task Header_MayHaveAnotherName()
    {
        Rules = KeyRules.Header with { Name = "X-Request-Token" };
        await SendNamedAsync();
        Assert.Equal("replayed", Describe(await SendNamedAsync()));
        await SendAsync();
        await SendAsync();
        AssertApplied(3);

        Task<Answer> SendNamedAsync() => Http.SendAsync("POST", "/v1/volumes", Bodies.Volume(), headers: ("X-Request-Token", "key"));
    }

    [Fact]
    public async Task Query_IsAUuid4()
    {
        Rules = KeyRules.Query;
        Assert.Equal("created", Describe(await QueryAsync(Uuid4)));
        Assert.Equal("replayed", Describe(await QueryAsync(Uuid4)));
        Assert.Equal("400 bad_request", Describe(await QueryAsync("1")));
        AssertApplied(1);

        Task<Answer> QueryAsync(string key) => Http.SendAsync("POST", $"/v1/volumes?request_id={key}", Bodies.Volume());
    }

    [Fact]
    public async Task Body_IsAUuid4()
    {
        Rules = KeyRules.Body;
        Assert.Equal("created", Describe(await BodyAsync(Uuid4)));
        Assert.Equal("replayed", Describe(await BodyAsync(Uuid4)));
        Assert.Equal("400 bad_request", Describe(await BodyAsync("1")));
        Assert.Equal("422 key_reused", Describe(await BodyAsync(Uuid4, "other")));
        AssertApplied(1);
        Assert.False(Server.Live(CloudKind.Volumes)[0].ContainsKey("request_id"));

        Task<Answer> BodyAsync(string key, string name = "data") =>
            Http.CreateAsync(CloudKind.Volumes, Bodies.Volume(name, $$""","request_id":"{{key}}" """));
    }

    [Fact]
    public async Task Repeatability_AcceptsTheFirstAndTheRepeat()
    {
        Rules = KeyRules.Repeatability;
        Answer first = await RepeatableAsync();
        Answer repeat = await RepeatableAsync();
        Assert.Equal((201, "accepted", 201, "accepted", first.Text), (first.Status, Result(first), repeat.Status, Result(repeat), repeat.Text));
        AssertApplied(1);
    }

    [Fact]
    public async Task Repeatability_MayLeaveItsMarkOut()
    {
        Rules = KeyRules.Repeatability with { MarksReplays = false };
        Assert.Equal("accepted", Result(await RepeatableAsync()));
        Assert.Null(Result(await RepeatableAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2030-01-01T00:00:00Z")]
    public async Task Repeatability_NeedsItsFirstSent(string? firstSent)
    {
        Rules = KeyRules.Repeatability;
        Answer answer = await RepeatableAsync(firstSent ?? "");
        Assert.Equal((400, "rejected"), (answer.Status, Result(answer)));
        AssertApplied(0);
    }

    [Fact]
    public async Task Repeatability_RejectsWhatWasFirstSentTooLongAgo_ThoughItIsNew()
    {
        Rules = KeyRules.Repeatability with { Window = TimeSpan.FromMinutes(5) };
        string firstSent = Time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        Time.Advance(TimeSpan.FromMinutes(5));
        Answer answer = await RepeatableAsync(firstSent);
        Assert.Equal((412, "rejected"), (answer.Status, Result(answer)));
        AssertApplied(0);
    }

    [Fact]
    public async Task Repeatability_ForgetsLateKeys_WhereItDoesNotRejectThem()
    {
        Rules = KeyRules.Repeatability with { Window = TimeSpan.FromMinutes(5), RejectsLate = false };
        string firstSent = Time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        await RepeatableAsync(firstSent);
        Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(201, (await RepeatableAsync(firstSent)).Status);
        AssertApplied(2);
    }

    [Fact]
    public async Task Repeatability_RejectsAnotherBody()
    {
        Rules = KeyRules.Repeatability;
        await RepeatableAsync();
        Answer other = await RepeatableAsync(name: "other");
        Assert.Equal((400, "rejected", "key_reused"), (other.Status, Result(other), other.Error));
    }

    private static string? Result(Answer answer) => answer.Header("Repeatability-Result");

    private Task<Answer> RepeatableAsync(string? firstSent = null, string name = "data") => Http.SendAsync(
        "POST", "/v1/volumes", Bodies.Volume(name), headers:
        [
            ("Repeatability-Request-ID", Uuid4),
            ("Repeatability-First-Sent", firstSent ?? Time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture)),
        ]);
}
