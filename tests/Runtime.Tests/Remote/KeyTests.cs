using System.Globalization;
using System.Text.Json.Nodes;
using Semel.Protocol;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>An idempotency key goes where the API takes it, in its shape, and is the intent's.</summary>
[Trait("Feature", "E5")]
public sealed class KeyTests
{
    private static readonly Answer Created = new(201, """{"id":"7","name":"web-1"}""");
    private static readonly IdempotencyKeyField Stripe = new(KeyPlace.Header, "Idempotency-Key") { ReplayedHeader = "Idempotent-Replayed" };

    public static TheoryData<string, string?> Places() => new()
    {
        { "bare", "Idempotency-Key: key-of-an-older-formula" },
        { "structured", "Idempotency-Key: \"key-of-an-older-formula\"" },
        { "repeatability", "Repeatability-Request-ID: key-of-an-older-formula" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task KeyInAHeader_IsThatOfTheIntent(string shape, string? expected)
    {
        var seen = await SeenAsync(shape switch
        {
            "bare" => Stripe,
            "structured" => new IdempotencyKeyField(KeyPlace.Header, "Idempotency-Key", KeyShape.StructuredString),
            _ => new IdempotencyKeyField(KeyPlace.Header, "Repeatability-Request-ID") { FirstSentHeader = "Repeatability-First-Sent" },
        });
        var name = expected!.Split(':')[0];
        Assert.Equal(expected, $"{name}: {seen.Headers[name]}");
        Assert.Equal(("/things", """{"name":"web-1"}"""), (seen.Target, seen.Body));
    }

    [Fact]
    public async Task KeyInTheQuery_OrInTheBody_IsThatOfTheIntent()
    {
        var inQuery = await SeenAsync(new IdempotencyKeyField(KeyPlace.Query, "request id"));
        Assert.Equal(("/things?request%20id=key-of-an-older-formula", """{"name":"web-1"}"""), (inQuery.Target, inQuery.Body));
        var inBody = await SeenAsync(new IdempotencyKeyField(KeyPlace.Body, "meta.request_id", KeyShape.Uuid4));
        Assert.Equal(("/things", """{"meta":{"request_id":"key-of-an-older-formula"},"name":"web-1"}"""), (inBody.Target, inBody.Body));
    }

    [Fact]
    public async Task NoField_NoKey() => Assert.DoesNotContain((await SeenAsync(null)).Headers, header => header.Value.Contains("older", StringComparison.Ordinal));

    [Fact]
    public async Task FirstSent_IsTheTimeOfTheFirstAttempt_InEveryRepeat()
    {
        var field = new IdempotencyKeyField(KeyPlace.Header, "Repeatability-Request-ID") { FirstSentHeader = "Repeatability-First-Sent" };
        var first = await SeenAsync(field);
        var repeat = await SeenAsync(field, Things.Intent("key-of-an-older-formula", 1, new Attempt(1, Things.Sent, AttemptState.Ambiguous)));
        Assert.Equal("Tue, 01 Jan 2030 10:00:00 GMT", first.Headers["Repeatability-First-Sent"]);
        Assert.Equal(first.Headers["Repeatability-First-Sent"], repeat.Headers["Repeatability-First-Sent"]);
    }

    [Fact]
    public async Task Repeat_IsTheSameBytes_AfterARestart_InAnotherCulture_WithItsPropertiesInAnotherOrder()
    {
        var field = new IdempotencyKeyField(KeyPlace.Body, "request_id", KeyShape.Uuid4);
        var intent = Things.Intent();
        var descriptor = Things.Described(Guarantee.Replay, field, new MarkerField(MarkerKind.Map, "labels"));
        await using var server = await Api.AnsweringAsync(Created);
        foreach (var (culture, input) in new[]
        {
            ("en-US", """{"name":"web-1","size":1.50,"labels":{"b":"ä","a":"\u20ac"},"tags":[1,2]}"""),
            ("tr-TR", """{"tags":[1,2],"labels":{"a":"€","b":"\u00e4"},"size":1.50,"name":"web-1"}"""),
        })
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            using var http = server.NewClient();
            Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(Things.Remote(http, descriptor, input), intent));
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(2, server.Posts);
        Assert.Single(server.Seen.Select(request => request.Body).Distinct());
        Assert.Contains("\"semel-generation\":\"1\"", server.Seen.First().Body);
    }

    [Fact]
    public async Task OtherInput_IsOtherBytes()
    {
        await using var server = await Api.AnsweringAsync(Created);
        using var http = server.NewClient();
        foreach (var input in new[] { """{"name":"web-1","size":1.5}""", """{"name":"web-1","size":1.50}""" }) await Things.SendAsync(Things.Remote(http, Things.Described(), input));
        Assert.Equal(2, server.Seen.Select(request => request.Body).Distinct().Count());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("False", false)]
    [InlineData("true", true)]
    public async Task ReplayMark_IsRead(string? mark, bool isReplay)
    {
        await using var server = await Api.AnsweringAsync(mark is null ? Created : Created with { Headers = [("idempotent-replayed", mark)] });
        using var http = server.NewClient();
        Assert.Equal(isReplay, Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(Things.Remote(http, Things.Described(Guarantee.Replay, Stripe)))).Replayed);
    }

    [Fact]
    public void FieldThatTakesNoKeyOfOurs_IsRefused_BeforeAnythingIsWritten()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        var body = new IdempotencyKeyField(KeyPlace.Body, "request_id", KeyShape.Uuid4);
        Refused("at least 20", Stripe with { MaximumLength = 19 });
        Refused("cannot take a UUID", body with { MaximumLength = 35 });
        Refused("cannot take a UUID", body with { LettersAndDigitsOnly = true });
        Refused("no name of a header", Stripe with { Name = "Idempotency Key" });
        Refused("no name of a header", Stripe with { FirstSentHeader = "First:Sent" });
        Refused("leave it out", body, """{"request_id":null}""");
        Refused("finds no place", new IdempotencyKeyField(KeyPlace.Body, "name.request_id"));
        Things.Remote(http, Things.Described(Guarantee.Replay, Stripe with { MaximumLength = 20 }));
        Things.Remote(http, Things.Described(Guarantee.Replay, body));

        void Refused(string message, IdempotencyKeyField field, string input = """{"name":"web-1"}""") =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => Things.Remote(http, Things.Described(Guarantee.Replay, field), input)).Message);
    }

    [Fact]
    public async Task RequestThatSetsTheKeyItself_WritesAndSendsNothing()
    {
        await using var server = await Api.AnsweringAsync(Created);
        using var http = server.NewClient();
        var repository = new MemoryDataRepository();
        var client = new ResourceClient<Thing>(http, Things.Context(repository), Things.Described(Guarantee.Replay, new IdempotencyKeyField(KeyPlace.Body, "request_id")));
        var request = Thing.Wrap(new JsonObject { ["name"] = "web-1", ["request_id"] = "mine" });
        await Assert.ThrowsAsync<ArgumentException>(() => client.CreateAsync("web-1", request, [], TestContext.Current.CancellationToken));
        Assert.Null(await repository.FindAsync(Things.Key, TestContext.Current.CancellationToken));
        Assert.Empty(server.Seen);
    }

    private static async Task<SeenRequest> SeenAsync(IdempotencyKeyField? field, IntentRecord? intent = null)
    {
        await using var server = await Api.AnsweringAsync(Created);
        using var http = server.NewClient();
        Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(Things.Remote(http, Things.Described(Guarantee.Replay, field)), intent ?? Things.Intent("key-of-an-older-formula")));
        return Assert.Single(server.Seen);
    }
}
