using System.Globalization;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>Ids as records keep them, wherever a reply holds them.</summary>
[Trait("Feature", "A6")]
public sealed class IdTextTests
{
    [Theory]
    [InlineData("""{ "droplet": { "id": 12345678901234567890 } }""", "droplet.id", "12345678901234567890")]
    [InlineData("""{ "id": "a" }""", "id", "a")]
    [InlineData("""{ "id": null }""", "id", null)]
    [InlineData("""{ }""", "id", null)]
    [InlineData("[1]", "id", null)]
    [InlineData("<html>", "id", null)]
    [InlineData("", "id", null)]
    [InlineData(null, "id", null)]
    public void InJson(string? json, string path, string? id) => Assert.Equal(id, IdText.InJson(json, path));

    [Theory]
    [InlineData("https://api.test/v1/things/a%2Fb?x=1", "a/b")]
    [InlineData("/v1/things/7/", "7")]
    [InlineData("7", "7")]
    [InlineData("/", null)]
    public void InLocation(string location, string? id) => Assert.Equal(id, IdText.InLocation(new Uri(location, UriKind.RelativeOrAbsolute)));

    [Fact]
    public async Task InReply_ReadsTheBody_ThatTheCallerCanStillRead_ElseTheLocation()
    {
        using var reply = new HttpResponseMessage { Content = new StringContent("""{ "id": 7 }""") };
        reply.Headers.Location = new("/things/8", UriKind.Relative);
        await IdText.BufferedAsync(reply, TestContext.Current.CancellationToken);
        Assert.Equal("7", IdText.InReply(reply, "id"));
        Assert.Equal("8", IdText.InReply(reply, "other"));
        Assert.Equal("""{ "id": 7 }""", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Ids_AreTheSameInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal("-7", IdText.Of(-7));
            Assert.Equal(-7, IdText.Parse<int>("-7"));
            Assert.Equal("-7", InstanceKey.Text(-7));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Null(IdText.Of((string?)null));
    }
}
