using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Semel.Generator.Emit;

namespace Semel.Generator.Tests.Emit;

/// <summary>Hostile text never leaves its literal, comment or name.</summary>
public sealed class LiteralsTests
{
    public static TheoryData<string> Hostile =>
    [
        "\"; System.Environment.Exit(1); //", "a\\", "\\\"", "line\nline", "a\r\nb", "*/ class X { }", "</summary><evil/>", "]]>", "&amp;", "\u2028}", "\u2029}",
        "\u0085}", "\ud800", "\udc00x", "ok \ud83d\ude00", "#error no", "\n#error no", "{0} {{", "\0\u0001\u001b", "\u202e evil \u2066", "\ufeff", "$\"{x}\"", "'\v\f\t", "\uffff\ufffe", "`a` </c> `b`",
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)] // half characters survive no serialisation
    public void StringLiteral_IsOneTokenOfTheSameText(string text)
    {
        var literal = Literals.String(text);
        Assert.DoesNotContain('\n', literal);
        var parsed = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(literal, consumeFullText: true));
        Assert.Empty(parsed.GetDiagnostics());
        Assert.Equal(text, parsed.Token.ValueText);
        Assert.True(new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(literal) > 0);
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)] // half characters survive no serialisation
    public void XmlText_IsOnlyText_AndStaysOnItsLine(string text)
    {
        var xml = Literals.XmlText(text);
        Assert.DoesNotContain(xml, Literals.IsLineEnd);
        Assert.Empty(XElement.Parse($"<x>{xml}</x>").Elements());
    }

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)] // half characters survive no serialisation
    [InlineData("class")]
    [InlineData("9lives")]
    [InlineData("")]
    [InlineData("größe")]
    public void Identifier_IsOneIdentifier(string text)
    {
        var name = Literals.Identifier(text);
        var parsed = Assert.IsType<IdentifierNameSyntax>(SyntaxFactory.ParseExpression(name, consumeFullText: true));
        Assert.Empty(parsed.GetDiagnostics());
        Assert.Equal(name, parsed.ToString());
    }

    [Fact]
    public void Null_IsTheKeyword() => Assert.Equal("null", Literals.String(null));

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)] // half characters survive no serialisation
    public void HostileDocument_StillCompilesWithoutAnyWarning(string text)
    {
        var small = Make.Small("Things", "Thing", Make.Property("a" + text, name: "A" + text, documentation: text), Make.Property("kind", Make.Enum("Kind")));
        var create = small.Operations[0] with { Path = "/things" + text, Summary = text, Description = text + "\n\n" + text, Parameters = [Make.InPath("p" + text) with { Name = "p" + text, Documentation = text }] };
        var model = small with
        {
            DocumentName = text + ".yaml",
            Operations = [create],
            Facts = small.Facts! with { GuaranteeReason = text, Secrets = [text] },
            Types = [.. small.Types, new Model.EnumModel(Make.Schema("Kind"), "Kind", 0, text, [text, text + "2"])],
        };
        Assert.Empty(Emitted.Problems(model));
    }
}
