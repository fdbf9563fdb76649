namespace Semel.Runtime.Tests.Http;

[Trait("Feature", "B6")]
public sealed class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://a/x?page=2>; rel=\"next\"", "https://a/x?page=2")]
    [InlineData("<https://a/x?page=2>;rel=next", "https://a/x?page=2")]
    [InlineData("<p1>; rel=\"prev\", <p3>; rel=\"next\"; title=\"x\"", "p3")]
    [InlineData("<p1>; rel=first,<p3>; REL=\"NEXT last\"", "p3")]
    [InlineData("<a,b;c>; rel=next", "a,b;c")]
    [InlineData("<a>; title=\"x, <evil>; rel=next\"; rel=last", null)]
    [InlineData("<a>; title=\"x\\\", <evil>; rel=next\"; rel=last", null)]
    [InlineData("<a>; rel=last; rel=next", null)]
    [InlineData("<a>; crossorigin; rel=next", "a")]
    [InlineData("<a>; rel=nextish", null)]
    [InlineData("<a>; rel=next;, <b>; rel=next", "a")]
    [InlineData("<a>", null)]
    [InlineData("<>; rel=next", "")]
    [InlineData(" , ", null)]
    public void Next_IsTheTargetOfThatRelation(string header, string? next)
    {
        var link = LinkHeader.Parse(header);

        Assert.Equal((next, true), (link.Next, link.IsReadable));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("<a; rel=next")]
    [InlineData("<a>; rel=last, b; rel=next")]
    [InlineData("<a>; rel=\"next")]
    public void WhatIsNoLink_IsNotReadable(string header) => Assert.False(LinkHeader.Parse(header).IsReadable);

    [Fact]
    public void LongHeaders_TakeNoLongTime()
    {
        var link = LinkHeader.Parse(string.Concat(Enumerable.Repeat("<a>; a=\"", 2_000)));

        Assert.False(link.IsReadable);
    }
}
