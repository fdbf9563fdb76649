using Semel.Generator.Documents;

namespace Semel.Generator.Tests.Documents;

/// <summary>Plain, quoted and block scalars, and what plain ones mean.</summary>
public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("a: b c\n", "{a: \"b c\"}")]
    [InlineData("a: b\n  c\n   d\n", "{a: \"b c d\"}")]
    [InlineData("a: b\n\n  c\n\n\n  d\n", "{a: \"b\\nc\\n\\nd\"}")]
    [InlineData("a:\n  b\n  c\n", "{a: \"b c\"}")]
    [InlineData("a: b  \n  - c\n  ? d\n", "{a: \"b - c ? d\"}")]
    [InlineData("a: b\n  \tc\t\n", "{a: \"b c\"}")]
    [InlineData("- b\n c\n- d\n", "[\"b c\", \"d\"]")]
    [InlineData("b\nc\n\nd", "\"b c\\nd\"")]
    [InlineData("a: b#c\nd: -e\nf: :g\nh: ?i\nj: k:l\nm: n,[o]{p}\n", "{a: \"b#c\", d: \"-e\", f: \":g\", h: \"?i\", j: \"k:l\", m: \"n,[o]{p}\"}")]
    [InlineData("a: b # c\nd: e #\n", "{a: \"b\", d: \"e\"}")]
    [InlineData("a: <|endoftext|>\nb: x & y * z ! % @\n", "{a: \"<|endoftext|>\", b: \"x & y * z ! % @\"}")]
    [InlineData("a: b\u2028c\u0085d\n", "{a: \"b\\u2028c\\u0085d\"}")]
    public void PlainScalars_AreFolded(string text, string tree) => Assert.Equal(tree, Trees.Show(Trees.ReadYaml(text)));

    [Theory]
    [InlineData("a: 'it''s \\n \"x\" # :'\n", "{a: \"it's \\\\n \\\"x\\\" # :\"}")]
    [InlineData("a: ''\nb: \"\"\nc: ''''\n", "{a: \"\", b: \"\", c: \"'\"}")]
    [InlineData("a: 'b\n  c\n\n  d '\n", "{a: \"b c\\nd \"}")]
    [InlineData("a: \"b  \n  c\t\n\n\n  d\n  \"\n", "{a: \"b c\\n\\nd \"}")]
    [InlineData("a: \"b \\\n   \\  c\\\n  d\"\n", "{a: \"b   cd\"}")]
    [InlineData("a: \"b\\\n\n  c\"\n", "{a: \"b\\nc\"}")]
    [InlineData("a: \"b\\t\n  c\"\n", "{a: \"b\\t c\"}")]
    [InlineData("a: \"# no comment\n  # none: either\"\n", "{a: \"# no comment # none: either\"}")]
    [InlineData("\"a\nb\"\n", "\"a b\"")]
    [InlineData("a:\n  \"b\"\nc:\n  'd' # c\n", "{a: \"b\", c: \"d\"}")]
    public void QuotedScalars_AreFolded(string text, string tree) => Assert.Equal(tree, Trees.Show(Trees.ReadYaml(text)));

    [Theory]
    [InlineData(@"\0\a\b\t\n\v\f\r\e", "\0\a\b\t\n\v\f\r\x1B")]
    [InlineData(@"\ \""\/\\", " \"/\\")]
    [InlineData(@"\N\_\L\P", "\x85\xA0\u2028\u2029")]
    [InlineData(@"\x41\u00e9\U0001F600", "Aé😀")]
    [InlineData(@"\ud83d\ude00", "😀")]
    [InlineData("\\\tx", "\tx")]
    [InlineData("a\x7F", "a\x7F")]
    public void Escapes_AreDecoded(string content, string value) => Assert.Equal(value, Trees.ReadYaml($"a: \"{content}\"").Root["a"]!.Text);

    [Theory]
    [InlineData("a: |\n  b\n   c\n\n  d\n\n\ne: 1\n", "{a: \"b\\n c\\n\\nd\\n\", e: 1}")]
    [InlineData("a: |-\n  b\n\n", "{a: \"b\"}")]
    [InlineData("a: |+\n  b\n\n\ne: 1\n", "{a: \"b\\n\\n\\n\", e: 1}")]
    [InlineData("a: |+\n\n\ne: 1\n", "{a: \"\\n\\n\", e: 1}")]
    [InlineData("a: |\n\n\ne: 1\n", "{a: \"\", e: 1}")]
    [InlineData("a: |\ne: 1\n", "{a: \"\", e: 1}")]
    [InlineData("a: |2\n   b\n  c\n", "{a: \" b\\nc\\n\"}")]
    [InlineData("a: |2-\n   b\n", "{a: \" b\"}")]
    [InlineData("a: |-2\n   b\n", "{a: \" b\"}")]
    [InlineData("- |1\n  b\n-  |+\n  c\n", "[\" b\\n\", \"c\\n\"]")]
    [InlineData("a:\n- |2\n   b\n", "{a: [\" b\\n\"]}")]
    [InlineData("a: | # comment\n  # text\n  b: c # d\n # comment\n", "{a: \"# text\\nb: c # d\\n\"}")]
    [InlineData("a: |\n\n  b\n", "{a: \"\\nb\\n\"}")]
    [InlineData("a: |\n  b", "{a: \"b\"}")]
    [InlineData("a: |\n  b\n    \n", "{a: \"b\\n  \\n\"}")]
    [InlineData("a: |\n  \tb\n", "{a: \"\\tb\\n\"}")]
    [InlineData("a: |\r\n  b\r\n  c\r\n", "{a: \"b\\nc\\n\"}")]
    [InlineData("|\n b\n", "\"b\\n\"")]
    public void LiteralScalars_KeepTheirLines(string text, string tree) => Assert.Equal(tree, Trees.Show(Trees.ReadYaml(text)));

    [Theory]
    [InlineData("a: >\n  b\n  c\n\n  d\n", "{a: \"b c\\nd\\n\"}")]
    [InlineData("a: >-\n  b\n  c\n", "{a: \"b c\"}")]
    [InlineData("a: >+\n  b\n  c\n\n", "{a: \"b c\\n\\n\"}")]
    [InlineData("a: >\n  b\n    c\n    d\n  e\n", "{a: \"b\\n  c\\n  d\\ne\\n\"}")]
    [InlineData("a: >\n  b\n\n    c\n\n  d\n", "{a: \"b\\n\\n  c\\n\\nd\\n\"}")]
    [InlineData("a: >\n\n\n  b\n", "{a: \"\\n\\nb\\n\"}")]
    [InlineData("a: >1\n   b\n c\n", "{a: \"  b\\nc\\n\"}")]
    [InlineData("a: >\n  - b\n  - c\n", "{a: \"- b - c\\n\"}")]
    public void FoldedScalars_JoinTheirLines(string text, string tree) => Assert.Equal(tree, Trees.Show(Trees.ReadYaml(text)));

    [Theory]
    [InlineData(nameof(NodeKind.Null), "~", "null", "Null", "NULL")]
    [InlineData(nameof(NodeKind.Boolean), "true", "True", "TRUE", "false", "False", "FALSE")]
    [InlineData(nameof(NodeKind.Number), "0", "-12", "+5", "010", "0o17", "0x1F", ".5", "-.5", "1.", "1.5", "1e3", "1E-3", "+1.5e+3", ".inf", "-.INF", "+.Inf", ".nan", ".NaN", "18446744073709551616")]
    [InlineData(nameof(NodeKind.String), "y", "Y", "no", "NO", "on", "off", "yes", "nULL", "tRUE", "0b1", "0O17", "0o18", "0o", "0x", "0X1", "-0x1", "1_000", "12:30", "1e", "e3", ".", "-.", "+", ".e3", "-.nan", ".iNF", "1.2.3", "2001-12-14", "١", "=")]
    public void PlainScalars_MeanWhatTheCoreSchemaSays(string name, params string[] scalars)
    {
        var kind = Enum.Parse<NodeKind>(name);
        foreach (var scalar in scalars)
        {
            var node = Trees.ReadYaml($"a: {scalar}\n").Root["a"]!;
            Assert.Equal((scalar, kind), (scalar, node.Kind));
            Assert.Equal(kind switch { NodeKind.Null => null, NodeKind.Boolean => scalar.ToLowerInvariant(), _ => scalar }, node.Text);
            Assert.Equal(NodeKind.String, Trees.ReadYaml($"a: '{scalar}'\n").Root["a"]!.Kind);
        }
    }

    [Theory]
    [InlineData("y: 1\nno: 2\non: 3\n010: 4\ntrue: 5\n~: 6\n", "{y: 1, no: 2, on: 3, 010: 4, true: 5, ~: 6}")]
    public void Keys_AreTheirTextAsWritten(string text, string tree) => Assert.Equal(tree, Trees.Show(Trees.ReadYaml(text)));
}
