using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

public sealed class CodecTests
{
    private static T Read<T>(JsonCodec<T> codec, string json) => codec.Read(JsonNode.Parse(json)!);

    [Theory]
    [InlineData("8", 8)]
    [InlineData("\"8\"", 8)]
    [InlineData("8.0", 8)]
    [InlineData("8e0", 8)]
    [InlineData("\"-8.00\"", -8)]
    public void Int32_ReadsANumberHoweverItIsWritten(string json, int expected)
    {
        Assert.Equal(expected, Read(Codec.Int32, json));
        Assert.Equal(expected, Read(Codec.Int64, json));
        Assert.Equal(expected, Read(Codec.Double, json));
    }

    [Theory]
    [InlineData("3.5")]
    [InlineData("2147483648")]
    [InlineData("1e30")]
    [InlineData("\"\"")]
    [InlineData("\" 8\"")]
    [InlineData("\"8,0\"")]
    [InlineData("true")]
    [InlineData("[8]")]
    [InlineData("{}")]
    public void Int32_RefusesWhatIsNone(string json) => Assert.Throws<JsonException>(() => Read(Codec.Int32, json));

    [Fact]
    public void Int64_ReadsItsWholeRange()
    {
        Assert.Equal(long.MaxValue, Read(Codec.Int64, "9223372036854775807"));
        Assert.Equal(long.MinValue, Read(Codec.Int64, "\"-9223372036854775808\""));
        Assert.Throws<JsonException>(() => Read(Codec.Int64, "9223372036854775808"));
    }

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("1e999")]
    public void Double_RefusesWhatIsNotFinite(string json) => Assert.Throws<JsonException>(() => Read(Codec.Double, json));

    [Fact]
    public void Double_RefusesToWriteWhatIsNotFinite() => Assert.Throws<ArgumentOutOfRangeException>(() => Codec.Double.Write(double.NaN));

    [Theory]
    [InlineData("\"x\"", "x")]
    [InlineData("8", "8")]
    [InlineData("18446744073709551615000", "18446744073709551615000")]
    [InlineData("8.50", "8.50")]
    public void String_ReadsNumbersAsWritten(string json, string expected) => Assert.Equal(expected, Read(Codec.String, json));

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    public void String_RefusesWhatIsNone(string json) => Assert.Throws<JsonException>(() => Read(Codec.String, json));

    [Fact]
    public void Boolean_ReadsItsTexts()
    {
        Assert.True(Read(Codec.Boolean, "true"));
        Assert.False(Read(Codec.Boolean, "\"false\""));
        Assert.Throws<JsonException>(() => Read(Codec.Boolean, "1"));
        Assert.Throws<JsonException>(() => Read(Codec.Boolean, "\"yes\""));
    }

    [Theory]
    [InlineData("2020-02-29T12:30:45Z", "2020-02-29T12:30:45.0000000+00:00")]
    [InlineData("2020-02-29t12:30:45z", "2020-02-29T12:30:45.0000000+00:00")]
    [InlineData("2020-02-29T12:30:45.123456789Z", "2020-02-29T12:30:45.1234567+00:00")]
    [InlineData("2020-02-29T12:30:45.5+02:00", "2020-02-29T12:30:45.5000000+02:00")]
    [InlineData("2020-02-29T12:30:45.123456789012-0530", "2020-02-29T12:30:45.1234567-05:30")]
    [InlineData("2020-02-29 12:30:45", "2020-02-29T12:30:45.0000000+00:00")]
    [InlineData("2020-02-29T12:30:45", "2020-02-29T12:30:45.0000000+00:00")]
    [InlineData("2020-02-29 12:30:45 UTC", "2020-02-29T12:30:45.0000000+00:00")]
    [InlineData("2020-02-29", "2020-02-29T00:00:00.0000000+00:00")]
    [InlineData("Sat, 29 Feb 2020 12:30:45 GMT", "2020-02-29T12:30:45.0000000+00:00")]
    public void DateTime_ReadsWhatApisWrite(string text, string expected) => Assert.Equal(
        expected, Read(Codec.DateTime, $"\"{text}\"").ToString("O", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"01/02/2020\"")]
    [InlineData("\"soon\"")]
    [InlineData("\"2020-02-30T00:00:00Z\"")]
    [InlineData("1582979445")]
    public void DateTime_RefusesWhatCouldMeanTwoThings(string json) => Assert.Throws<JsonException>(() => Read(Codec.DateTime, json));

    [Fact]
    public void DateTime_WritesRfc3339()
    {
        var moment = new DateTimeOffset(2020, 2, 29, 12, 30, 45, TimeSpan.Zero);

        Assert.Equal("\"2020-02-29T12:30:45Z\"", Codec.DateTime.Write(moment)!.ToJsonString());
        Assert.Equal("2020-02-29T12:30:45.5+02:00", (string)Codec.DateTime.Write(moment.AddSeconds(0.5).ToOffset(TimeSpan.FromHours(2)).AddHours(-2))!);
        Assert.Equal(moment, Codec.DateTime.Read(JsonValue.Create(moment)));
    }

    [Fact]
    public void Date_ReadsDatesAndTheDateOfAMoment()
    {
        Assert.Equal(new DateOnly(2020, 2, 29), Read(Codec.Date, "\"2020-02-29\""));
        Assert.Equal(new DateOnly(2020, 2, 29), Read(Codec.Date, "\"2020-02-29T23:00:00-05:00\""));
        Assert.Equal("\"2020-02-29\"", Codec.Date.Write(new DateOnly(2020, 2, 29))!.ToJsonString());
        Assert.Throws<JsonException>(() => Read(Codec.Date, "\"29.02.2020\""));
    }

    [Fact]
    public void Codecs_AreIndependentOfTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { DateTimeFormat = { DateSeparator = ".", TimeSeparator = "." } };
            Assert.Equal("1.5", Codec.Double.Write(1.5)!.ToJsonString());
            Assert.Equal(1.5, Read(Codec.Double, "\"1.5\""));
            Assert.Equal("1.5", ((JsonScalar)1.5).ToString());
            Assert.Equal("\"2020-02-29T12:30:45Z\"", Codec.DateTime.Write(new DateTimeOffset(2020, 2, 29, 12, 30, 45, TimeSpan.Zero))!.ToJsonString());
            Assert.Equal(2020, Read(Codec.DateTime, "\"2020-02-29T12:30:45Z\"").Year);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    [Trait("Feature", "L5")]
    public void Enum_KeepsUnknownValues()
    {
        Assert.Equal(Status.Active, Read(EnumCodec<Status>.Instance, "\"active\""));
        Assert.Equal("brand-new", Read(EnumCodec<Status>.Instance, "\"brand-new\"").Value);
        Assert.Equal("8", Read(EnumCodec<Status>.Instance, "8").Value);
        Assert.Throws<ArgumentException>(() => EnumCodec<Status>.Instance.Write(default));
    }

    [Fact]
    public void JsonCodec_SharesTheNodeAndKeepsNullItems()
    {
        var node = JsonNode.Parse("[1,null,{}]")!;

        var items = Codec.Json.List.Read(node);

        Assert.Null(items[1]);
        Assert.Same(node[2], items[2]);
        Assert.Equal("[1,null,{}]", Codec.Json.List.Write(items)!.ToJsonString());
    }

    [Fact]
    public void NullItems_AreReadAndWritten_WhereTheDocumentAllowsThem()
    {
        var map = Codec.OrNull(Codec.String).Map;
        var list = Codec.ValueOrNull(Codec.Int64).List;

        Assert.Equal([KeyValuePair.Create("a", (string?)"x"), new("b", null)], map.Read(JsonNode.Parse("{\"a\":\"x\",\"b\":null}")!));
        Assert.Equal("{\"b\":null}", map.Write(new Dictionary<string, string?> { ["b"] = null })!.ToJsonString());
        Assert.Equal([1, null], list.Read(JsonNode.Parse("[1,null]")!));
        Assert.Equal("[null,2]", list.Write([null, 2])!.ToJsonString());
        Assert.Same(Codec.OrNull(Codec.String), Codec.OrNull(Codec.String));
        Assert.Throws<JsonException>(() => Codec.String.Map.Read(JsonNode.Parse("{\"b\":null}")!));
    }

    [Fact]
    public void ListAndMapCodecs_AreMadeOnce()
    {
        Assert.Same(Codec.String.List, Codec.String.List);
        Assert.Same(Codec.String.Map, Codec.String.Map);
        Assert.Equal(1.5, Codec.Double.List.List.Read(JsonNode.Parse("[[1.5]]")!)[0][0]);
    }

    [Fact]
    public void WrittenList_IsACopy()
    {
        List<string> tags = ["a"];
        var server = new Server { Name = "x", Tags = tags };

        tags.Add("b");

        Assert.Equal(["a"], server.Tags!);
    }
}
