using System.Text;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests;

[Trait("Feature", "C6")]
public sealed class RecordJsonTests
{
    private static readonly RecordSource Source = new("state/web-1.json", "state/.history/web-1");

    [Fact]
    public void TruncatedAtEveryByte_IsAnError_NeverAbsentAndNeverAnotherRecord()
    {
        foreach (var record in Sample.OfEachType)
        {
            var whole = RecordJson.Write(record with { Version = 1 });
            for (var length = 0; length < whole.Length - 1; length++) AssertRefused(whole.AsSpan(0, length));
        }
    }

    [Fact]
    public void EveryFlippedBit_IsAnError_OrChangesWhitespaceOnly()
    {
        var whole = RecordJson.Write(Sample.Live() with { Version = 1 });
        var text = Sample.Text(RecordJson.Read(whole, Source));
        var refused = 0;
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            try
            {
                Assert.Equal(text, Sample.Text(RecordJson.Read(damaged, Source)));
            }
            catch (StateException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, whole.Length * 4, whole.Length * 8);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("null", "no \"format\"")]
    [InlineData("[]", "no \"format\"")]
    [InlineData("\0\0\0\0", "(line 1, byte 1)")]
    [InlineData("{ \"format\": 1,\n  \"state\": !", "(line 2, byte 12)")]
    [InlineData("{ \"format\": \"1\" }", "no \"format\"")]
    [InlineData("{ \"format\": 0 }", "format is 0")]
    [InlineData("{ \"format\": 1 }", "cannot be read")]
    [InlineData("{ \"format\": 3, \"version\": [] }", "the value at $.version is not what it has to be (line 1, byte")]
    [InlineData("{ \"format\": 3 }", "cannot be read")]
    public void WhatIsNoRecord_IsAnError_ThatSaysWhichWhereAndWhatToDo(string text, string why)
    {
        var error = AssertRefused(Encoding.UTF8.GetBytes(text));

        Assert.Contains(why, error.Message);
        Assert.Contains("Restore it from state/.history/web-1", error.Message);
        Assert.Contains("move both away", error.Message);
    }

    [Fact, Trait("Feature", "C7")]
    public void NewerFormat_IsAnError_ThatSaysToUpgrade_WhateverElseItHolds()
    {
        var error = AssertRefused("""{ "format": 4, "anything": [] }"""u8);

        Assert.Contains("format 4", error.Message);
        Assert.Contains("upgrade", error.Message);
    }

    [Theory]
    [InlineData("\"id\": \"3164494\"", "\"id\": \"3164495\"")]
    [InlineData("\"price\": 1.10", "\"price\": 1.1")]
    [InlineData("\"adopted\": true", "\"adopted\": false")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    public void ChangedByHand_IsAnError(string from, string to)
    {
        var text = Encoding.UTF8.GetString(RecordJson.Write(Sample.Live() with { Version = 1 }));
        Assert.Contains(from, text);

        Assert.Contains("sha256", AssertRefused(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal))).Message);
    }

    [Fact]
    public void OtherLineEndsAndIndentation_AreTheSameRecord()
    {
        var whole = RecordJson.Write(Sample.Live() with { Version = 1 });
        var reformatted = Encoding.UTF8.GetString(whole).Replace("\n", "\r\n", StringComparison.Ordinal).Replace("  ", "\t", StringComparison.Ordinal);

        Assert.Equal(Encoding.UTF8.GetString(whole), Sample.Text(RecordJson.Read(Encoding.UTF8.GetBytes(reformatted), Source)));
    }

    [Theory]
    [InlineData("version", "0")]
    [InlineData("generation", "0")]
    [InlineData("state", "\"other\"")]
    [InlineData("state", "1")]
    [InlineData("id", null)]
    [InlineData("attributes", null)]
    [InlineData("markerDropped", null)]
    [InlineData("readiness", null)]
    [InlineData("readiness", "\"other\"")]
    [InlineData("retiring", "[null]")]
    [InlineData("superseded", "[null]")]
    [InlineData("superseded", null)]
    [InlineData("provenance", "{ \"at\": \"yesterday\" }")]
    [InlineData("key", "{ \"scope\": \" \", \"model\": \"m\", \"instance\": \"i\" }")]
    [InlineData("unheardOf", "1")]
    public void RecordThatMakesNoSense_IsAnError_EvenWithARightChecksum(string property, string? value) => AssertRefusedWith(Sample.Live(), property, value);

    [Theory]
    [InlineData("runner", null)]
    [InlineData("runner", """{ "host": "host", "process": 4711, "run": "4f2a91bc", "since": "2024-02-29T23:59:58Z" }""")]
    [InlineData("replaces", null)]
    [InlineData("attempts", null)]
    [InlineData("attempts", "[]")]
    [InlineData("attempts", "[null]")]
    [InlineData("attempts", """[{ "number": 1, "sentAt": "2024-02-29T23:59:58Z", "state": "lost" }]""")]
    public void IntentThatMakesNoSense_IsAnError_EvenWithARightChecksum(string property, string? value) => AssertRefusedWith(Sample.Intent(), property, value);

    [Theory]
    [InlineData("to")]
    [InlineData("id")]
    public void MovedWithoutItsTarget_IsAnError_EvenWithARightChecksum(string property) => AssertRefusedWith(Sample.Moved(), property, null);

    [Fact, Trait("Feature", "C4")]
    public void WhatNoDotNetStringHolds_RoundTrips()
    {
        var attributes = JsonNode.Parse("""{ "half": "\ud83d", "price": 1.10 }""")!.AsObject();

        var written = Sample.Text(Sample.Live() with { Version = 1, Attributes = attributes });

        Assert.Contains("\"half\": \"\\ud83d\"", written);
        Assert.Equal(written, Sample.Text(RecordJson.Read(Encoding.UTF8.GetBytes(written), Source)));
    }

    [Fact]
    public void WhatCannotBeWritten_IsAnError_BeforeAnythingIsStored()
    {
        var attributes = JsonNode.Parse("""{ "twice": 1, "twice": 2 }""")!.AsObject();

        Assert.Throws<StateException>(() => RecordJson.Write(Sample.Live() with { Version = 1, Attributes = attributes }));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void DeepAttributes_RoundTrip(int depth)
    {
        JsonNode node = new JsonObject();
        for (var level = 0; level < depth; level++) node = new JsonObject { ["deeper"] = node };
        var record = Sample.Live() with { Version = 1, Attributes = node.AsObject() };

        Assert.Equal(Sample.Text(record), Sample.Text(RecordJson.Read(RecordJson.Write(record), Source)));
    }

    [Fact]
    public void TooDeepAttributes_AreRefusedWhenWritten_NotWhenRead()
    {
        JsonNode node = new JsonObject();
        for (var level = 0; level < 400; level++) node = new JsonObject { ["deeper"] = node };

        Assert.Throws<StateException>(() => RecordJson.Write(Sample.Live() with { Version = 1, Attributes = node.AsObject() }));
    }

    private static void AssertRefusedWith(ResourceRecord record, string property, string? value)
    {
        var document = JsonNode.Parse(RecordJson.Write(record with { Version = 1 }))!.AsObject();
        if (value is null) Assert.True(document.Remove(property));
        else document[property] = JsonNode.Parse(value);
        document["sha256"] = RecordChecksum.Compute(Encoding.UTF8.GetBytes(document.ToJsonString()));

        Assert.DoesNotContain("sha256", AssertRefused(Encoding.UTF8.GetBytes(document.ToJsonString())).Message);
    }

    private static StateException AssertRefused(ReadOnlySpan<byte> utf8)
    {
        try
        {
            RecordJson.Read(utf8, Source);
        }
        catch (StateException error)
        {
            Assert.Contains("state/web-1.json", error.Message);
            Assert.Equal("state/web-1.json", error.Location);
            return error;
        }
        throw new Xunit.Sdk.XunitException($"Read: {Encoding.UTF8.GetString(utf8)}");
    }
}
