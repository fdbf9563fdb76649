namespace Semel.Runtime.Tests.Http;

public sealed class ServerAddressTests
{
    [Fact]
    public void Variables_AreFilledIn() =>
        Assert.Equal("https://api-eu.example.com/v2/x", ServerAddress.Of("https://api-{zone}.example.com/{version}", new ServerVariable("zone", "eu", "eu", "us"), new ServerVariable("version", "v2/x")).ToString());

    [Fact]
    public void WholeAddressOfVariables_IsFilledIn() =>
        Assert.Equal("http://127.0.0.1:4646/v1", ServerAddress.Of("{scheme}://{address}:{port}/v1", new ServerVariable("scheme", "http", "http", "https"), new ServerVariable("address", "127.0.0.1"), new ServerVariable("port", "4646")).ToString());

    [Theory]
    [InlineData("/api/v3", "https://host:8443/api/v3")]
    [InlineData("api", "https://host:8443/docs/api")]
    [InlineData("/", "https://host:8443/")]
    public void RelativeAddress_IsOfTheOrigin(string template, string expected) =>
        Assert.Equal(expected, ServerAddress.Of(new Uri("https://host:8443/docs/openapi.json"), template).ToString());

    [Theory]
    [InlineData("evil.example/")]
    [InlineData("evil.example#")]
    [InlineData("evil.example?")]
    [InlineData("user@evil.example")]
    [InlineData("a:1")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    public void ValueThatWouldLeadElsewhere_IsRefused(string value) =>
        Assert.Throws<ArgumentException>(() => ServerAddress.Of("https://{zone}.example.com/v2", new ServerVariable("zone", value)));

    [Theory]
    [InlineData("../admin")]
    [InlineData("v2?x")]
    [InlineData("v2#x")]
    public void ValueThatWouldLeaveThePath_IsRefused(string value) =>
        Assert.Throws<ArgumentException>(() => ServerAddress.Of("https://example.com/{version}", new ServerVariable("version", value)));

    [Fact]
    public void ValueThatTheDocumentDoesNotAllow_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => ServerAddress.Of("https://{zone}.example.com", new ServerVariable("zone", "mars", "eu", "us")));

        Assert.Contains("eu, us", error.Message);
    }

    [Theory]
    [InlineData("ftp://example.com")]
    [InlineData("https://{missing}.example.com")]
    [InlineData("https://user:pass@example.com")]
    public void WhatIsNoAddressOfHttp_IsRefused(string template) => Assert.Throws<ArgumentException>(() => ServerAddress.Of(template));
}
