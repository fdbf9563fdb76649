using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

public sealed class JsonScalarTests
{
    [Theory]
    [InlineData("\"x\"")]
    [InlineData("\"\"")]
    [InlineData("7")]
    [InlineData("-9223372036854775808")]
    [InlineData("0.5")]
    [InlineData("true")]
    [InlineData("false")]
    public void Scalar_RoundTrips(string json) =>
        Assert.Equal(json, Codec.Scalar.Write(Codec.Scalar.Read(JsonNode.Parse(json)!))!.ToJsonString());

    [Fact]
    public void Equality_IsOfValueAndKind()
    {
        JsonScalar one = 1;

        Assert.Equal(one, (JsonScalar)1.0);
        Assert.Equal(one.GetHashCode(), ((JsonScalar)1.0).GetHashCode());
        Assert.NotEqual(one, (JsonScalar)"1");
        Assert.NotEqual(one, (JsonScalar)true);
        Assert.Equal(default, (JsonScalar)"");
        Assert.True(one == 1L);
        Assert.True(one != 2L);
    }

    [Fact]
    public void Getters_TellTheKind()
    {
        Assert.True(((JsonScalar)"8").TryGetInt64(out var number));
        Assert.Equal(8, number);
        Assert.True(((JsonScalar)8).TryGetDouble(out var real));
        Assert.Equal(8.0, real);
        Assert.True(((JsonScalar)true).TryGetBoolean(out var boolean));
        Assert.True(boolean);
        Assert.True(((JsonScalar)"x").TryGetString(out var text));
        Assert.Equal("x", text);
        Assert.False(((JsonScalar)"x").TryGetInt64(out _));
        Assert.False(((JsonScalar)0.5).TryGetInt64(out _));
        Assert.False(((JsonScalar)8).TryGetString(out _));
        Assert.False(((JsonScalar)8).TryGetBoolean(out _));
    }

    [Fact]
    public void Texts_AreThoseOfJson() =>
        Assert.Equal(["x", "8", "0.5", "true", ""], new[] { (JsonScalar)"x", 8, 0.5, true, default }.Select(scalar => scalar.AsString()));

    [Fact]
    public void NumbersThatJsonLacks_AreRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => (JsonScalar)double.PositiveInfinity);
}
