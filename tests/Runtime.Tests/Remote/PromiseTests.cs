namespace Semel.Runtime.Tests.Remote;

/// <summary>Which guarantee results for which descriptor and request.</summary>
public sealed class PromiseTests
{
    private const string Put = "/things/{id}";
    private static readonly IdempotencyKeyField Key = new(KeyPlace.Header, "Idempotency-Key");
    private static readonly MarkerField Tags = new(MarkerKind.Tags, "tags");

    public static TheoryData<Guarantee, string, Guarantee> Table() => new()
    {
        { Guarantee.Natural, "put", Guarantee.Natural },
        { Guarantee.Natural, "put nameless", Guarantee.Natural }, // the instance is the name
        { Guarantee.Natural, "put key marker unlisted", Guarantee.Natural },
        { Guarantee.Natural, "key marker", Guarantee.Replay },
        { Guarantee.Natural, "marker", Guarantee.Marker },
        { Guarantee.Natural, "", Guarantee.AtMostOnce },
        { Guarantee.Replay, "key", Guarantee.Replay },
        { Guarantee.Replay, "key nameless unlisted", Guarantee.Replay },
        { Guarantee.Replay, "marker", Guarantee.Marker },
        { Guarantee.Replay, "marker unlisted", Guarantee.AtMostOnce },
        { Guarantee.Replay, "", Guarantee.AtMostOnce }, // its names are not promised to be unique
        { Guarantee.UniqueName, "", Guarantee.UniqueName },
        { Guarantee.UniqueName, "key", Guarantee.UniqueName }, // a key that isn't promised to be honoured
        { Guarantee.UniqueName, "unlisted", Guarantee.AtMostOnce },
        { Guarantee.UniqueName, "unlisted named-by-id", Guarantee.UniqueName },
        { Guarantee.UniqueName, "nameless", Guarantee.AtMostOnce },
        { Guarantee.UniqueName, "nameless marker", Guarantee.Marker },
        { Guarantee.UniqueName, "nameless key", Guarantee.AtMostOnce },
        { Guarantee.Marker, "marker", Guarantee.Marker },
        { Guarantee.Marker, "marker unlisted", Guarantee.AtMostOnce },
        { Guarantee.Marker, "", Guarantee.AtMostOnce },
        { Guarantee.Marker, "put key", Guarantee.AtMostOnce },
        { Guarantee.AtMostOnce, "put key marker", Guarantee.AtMostOnce },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Guarantee_IsTheDescriptors_OrTheBestBelowItThatHolds(Guarantee declared, string facts, Guarantee expected)
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        var words = facts.Split(' ');
        var descriptor = Things.Described(declared,
            words.Contains("key") ? Key : null,
            words.Contains("marker") ? Tags : null,
            create: words.Contains("put") ? Put : "/things",
            list: words.Contains("unlisted") ? null : "/things",
            id: words.Contains("named-by-id") ? "name" : "id");
        Assert.Equal(expected, Things.Remote(http, descriptor, words.Contains("nameless") ? "{}" : """{"name":"web-1"}""").Policy.Guarantee);
    }
}
