using Semel.Generator.Emit;

namespace Semel.Generator.Tests.Emit;

public sealed class DocumentationTests
{
    [Fact]
    public void Paragraphs_ListItemsAndHeadings_AreKeptApart() => Assert.Equal(
        ["Title", "one two", "- a", "- b <c>x &lt; y</c>", "1. first", "last"],
        Documentation.Paragraphs("## Title\n\none\r\ntwo\n- a\n- b `x < y`\n1. first\n\n```\n\nlast"));

    [Fact]
    public void LongText_IsWrapped_AndNoTagIsBroken()
    {
        var writer = new SourceWriter();
        Documentation.Element(writer, "summary", string.Concat(Enumerable.Repeat("word <c>two words</c> <see cref=\"X\"/> ", 20)));
        var lines = writer.ToString().TrimEnd('\n').Split('\n');
        Assert.True(lines.Length > 5);
        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.All(lines, line => Assert.Equal(line.Split("<c>").Length, line.Split("</c>").Length));
        Assert.All(lines, line => Assert.Equal(line.Split('<').Length, line.Split('>').Length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void Blank_HasNoParagraphs(string? text) => Assert.Empty(Documentation.Paragraphs(text));
}
