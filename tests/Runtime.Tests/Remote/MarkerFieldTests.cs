using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Remote;

/// <summary>A marker goes into each kind of field, is read from it again, and survives an update.</summary>
[Trait("Feature", "B8")]
public sealed class MarkerFieldTests
{
    private static readonly Marker Twelve = Marker.For(Things.Key, 12);
    private static readonly Marker Other = Marker.For(new ResourceKey("test", "Things", "web-2"), 3);

    public static TheoryData<MarkerKind, string, string> Kinds() => new()
    {
        { MarkerKind.Tags, """{"f":["a"]}""", "{\"f\":[\"a\",\"" + Twelve.IdentityText + "\",\"" + Twelve + "\"]}" },
        { MarkerKind.Tags, "{}", "{\"f\":[\"" + Twelve.IdentityText + "\",\"" + Twelve + "\"]}" },
        { MarkerKind.Text, """{"f":"mine"}""", "{\"f\":\"mine [" + Twelve + "]\"}" },
        { MarkerKind.Text, """{"f":""}""", "{\"f\":\"" + Twelve + "\"}" },
        { MarkerKind.Map, """{"f":{"a":"b"}}""", "{\"f\":{\"a\":\"b\",\"semel\":\"" + Twelve.Identity + "\",\"semel-generation\":\"12\"}}" },
        { MarkerKind.Map, """{"f":null}""", "{\"f\":{\"semel\":\"" + Twelve.Identity + "\",\"semel-generation\":\"12\"}}" },
        { MarkerKind.NameSuffix, """{"f":"web"}""", "{\"f\":\"web-" + Twelve + "\"}" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Marker_IsAdded_ReadAgain_AndAddedOnce(MarkerKind kind, string request, string expected)
    {
        var field = new MarkerField(kind, "f");
        var json = Parse(request);
        Assert.Empty(MarkerWriter.Read(json, field));
        MarkerWriter.Add(json, field, Twelve);
        Assert.Equal(expected, json.ToJsonString());
        Assert.Equal([Twelve], MarkerWriter.Read(json, field));
        MarkerWriter.Add(json, field, Twelve);
        Assert.Equal(expected, json.ToJsonString());
    }

    [Theory]
    [InlineData(MarkerKind.Tags, """{"f":["a"]}""")]
    [InlineData(MarkerKind.Text, """{"f":"new"}""")]
    [InlineData(MarkerKind.Map, """{"f":{"a":"b"}}""")]
    [InlineData(MarkerKind.NameSuffix, """{"f":"renamed"}""")]
    public void Update_KeepsTheMarker_WhereItSetsTheField(MarkerKind kind, string update)
    {
        var field = new MarkerField(kind, "f");
        var (sets, doesNot) = (Parse(update), Parse("""{"size":2}"""));
        MarkerWriter.Keep(sets, field, Twelve);
        MarkerWriter.Keep(doesNot, field, Twelve);
        Assert.Equal([Twelve], MarkerWriter.Read(sets, field));
        Assert.Equal("""{"size":2}""", doesNot.ToJsonString());
    }

    [Fact]
    public void MapAndSuffix_FitLabels()
    {
        var map = MarkerMap.With(null, new MarkerField(MarkerKind.Map, "f"), Marker.For(Things.Key, int.MaxValue));
        Assert.All(map, entry => Assert.Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", $"{entry.Key}-{entry.Value}"));
        Assert.All(map, entry => Assert.InRange(((string)entry.Value!).Length, 1, 63));
        Assert.Matches("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$", (string?)MarkerName.With("web", new MarkerField(MarkerKind.NameSuffix, "f"), Twelve));
    }

    [Theory]
    [InlineData(MarkerKind.Text, true)]
    [InlineData(MarkerKind.Tags, false)]
    [Trait("Feature", "B4")]
    public void MarkerThatWasCutOff_IsNotReadAsAnOlderGeneration(MarkerKind kind, bool isKnown)
    {
        var field = new MarkerField(kind, "f");
        var json = Parse("""{"f":"a text that is rather long"}""");
        if (kind == MarkerKind.Tags) json["f"] = new JsonArray(Twelve.ToString()[..^1]);
        else
        {
            MarkerWriter.Add(json, field, Twelve);
            var whole = (string)json["f"]!;
            for (var length = 0; length < whole.Length; length++) Assert.Empty(MarkerWriter.Read(new JsonObject { ["f"] = whole[..length] }, field));
        }

        Assert.Equal(isKnown, MarkerWriter.Read(json, field).Contains(Twelve)); // a list is not cut inside its items
    }

    [Fact]
    public void NameThatEndsInAnothersMarker_IsRefused_AndOursIsNotAddedTwice()
    {
        var field = new MarkerField(MarkerKind.NameSuffix, "name");
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        var descriptor = Things.Described(Guarantee.Marker, marker: field);
        Assert.Contains("the marker of another", Assert.Throws<ArgumentException>(() => Things.Remote(http, descriptor, $$"""{"name":"web-{{Other}}"}""")).Message);
        Things.Remote(http, descriptor, $$"""{"name":"web-{{Twelve}}"}""");
        var json = Parse($$"""{"name":"web-{{Marker.For(Things.Key, 11)}}"}""");
        MarkerWriter.Add(json, field, Twelve);
        Assert.Equal($"web-{Twelve}", (string?)json["name"]);
    }

    [Fact]
    public void FieldWithoutRoom_OrOfAnotherType_OrInUse_IsRefused_BeforeAnythingIsWritten()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        Refused("shorten it by 1", new MarkerField(MarkerKind.NameSuffix, "name"), $$"""{"name":"{{new string('n', 35)}}"}""");
        Accepted(new MarkerField(MarkerKind.NameSuffix, "name"), $$"""{"name":"{{new string('n', 34)}}"}""");
        Refused("must be set", new MarkerField(MarkerKind.NameSuffix, "name"), "{}");
        Refused("has an entry 'semel'", new MarkerField(MarkerKind.Map, "labels"), """{"labels":{"semel":"mine"}}""");
        Accepted(new MarkerField(MarkerKind.Map, "labels"), """{"labels":{"semels":"mine"}}""");
        Refused("must be a map", new MarkerField(MarkerKind.Map, "labels"), """{"labels":[]}""");
        Refused("finds no place", new MarkerField(MarkerKind.Map, "name.labels"), """{"name":"web-1"}""");

        void Refused(string message, MarkerField field, string input) =>
            Assert.Contains(message, Assert.Throws<ArgumentException>(() => Things.Remote(http, Things.Described(Guarantee.Marker, marker: field), input)).Message);
        void Accepted(MarkerField field, string input) => Things.Remote(http, Things.Described(Guarantee.Marker, marker: field), input);
    }

    [Fact]
    public void NameThatIsTheId_CannotCarryTheMarker()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        Assert.Throws<ArgumentException>(() => Things.Remote(http, Things.Described(Guarantee.UniqueName, marker: new MarkerField(MarkerKind.NameSuffix, "name"), id: "name")));
    }

    [Theory]
    [InlineData(MarkerKind.Map, "{key}={value}", "semel=IDENTITY")]
    [InlineData(MarkerKind.Map, "metadata.{key}:\"{value}\"", "metadata.semel:\"IDENTITY\"")]
    [InlineData(MarkerKind.Map, null, "IDENTITY")]
    [InlineData(MarkerKind.Tags, null, "semel-IDENTITY")]
    [InlineData(MarkerKind.Text, "contains({value})", "contains(semel-IDENTITY)")]
    public void Filter_IsWrittenAsTheListTakesIt(MarkerKind kind, string? format, string expected) =>
        Assert.Equal(expected.Replace("IDENTITY", Twelve.Identity, StringComparison.Ordinal), MarkerWriter.FilterOf(new MarkerField(kind, "f", "filter", FilterFormat: format), Twelve));

    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;
}
