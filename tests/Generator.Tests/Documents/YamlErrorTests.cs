using System.Text;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Generator.Tests.Documents;

public sealed class YamlErrorTests
{
    [Theory]
    [InlineData("a: 1\na: 2\n", "!2:1")]
    [InlineData("a: {b: 1, \"b\": 2}\n", "!1:11")]
    [InlineData("a: b: c\n", "!1:5")]
    [InlineData("a: 'b': c\n", "!1:7")]
    [InlineData("a: b\n  c: d\n", "!2:3")]
    [InlineData("a:\n  b: 1\n c: 2\n", "!3:2")]
    [InlineData("a:\n    b: 1\n  c: 2\n", "!3:3")]
    [InlineData("a: 1\n  b\n c: 2", "!3:2")]
    [InlineData("a: 'b'\n  c\n", "!2:3")]
    [InlineData("a: 1\nb\n", "!2:1")]
    [InlineData("a: 1\n- b\n", "!2:1")]
    [InlineData("a: b\n- c\n", "!2:1")]
    [InlineData("- a\nb: 1\n", "!2:1")]
    [InlineData("a: - b\n", "!1:4")]
    [InlineData("a: ? b\n", "!1:4")]
    [InlineData(": a\n", "!1:1")]
    [InlineData("a:\n  x\n  b: 1\n", "!3:4")]
    [InlineData("a:\n\tb: 1\n", "!2:1")]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "!3:1")]
    [InlineData("a:\n  \tb: 1\n", "!2:5")]
    [InlineData("-\t- a\n", "!1:3")]
    [InlineData("a: \"b\n", "!1:4")]
    [InlineData("a: 'b\nc: d\n", "!1:4")]
    [InlineData("a: \"b\nc\"\n", "!1:4")]
    [InlineData("a: [1, 2\n", "!1:4")]
    [InlineData("a:\n  - {b: 1\nc: 2\n", "!2:5")]
    [InlineData("a: [1, 2}\n", "!1:9")]
    [InlineData("a: [1,, 2]\n", "!1:7")]
    [InlineData("a: {b: 1 c: 2}\n", "!1:11")]
    [InlineData("a: {b: {c: 1}: 2}\n", "!1:14")]
    [InlineData("a: [1] 2\n", "!1:8")]
    [InlineData("a: 'b' c\n", "!1:8")]
    [InlineData("a: 'b'#c\n", "!1:7")]
    [InlineData("a: \"\\q\"\n", "!1:5")]
    [InlineData("a: \"\\x4\"\n", "!1:5")]
    [InlineData("a: \"\\ud800\"\n", "!1:5")]
    [InlineData("a: \"\\UFFFFFFFF\"\n", "!1:5")]
    [InlineData("a: @b\n", "!1:4")]
    [InlineData("a: `b\n", "!1:4")]
    [InlineData("a: %b\n", "!1:4")]
    [InlineData("a: ]\n", "!1:4")]
    [InlineData("a: *b\n", "!1:4")]
    [InlineData("a: *b\nc: &b 1\n", "!1:4")]
    [InlineData("a: &b\n  c: *b\n", "!2:6")]
    [InlineData("a: &b [*b]\n", "!1:8")]
    [InlineData("a: &b &c 1\n", "!1:7")]
    [InlineData("a: &b 1\nc: &d *b\n", "!2:7")]
    [InlineData("a: & b\n", "!1:4")]
    [InlineData("&a b: 1\n", "!1:1")]
    [InlineData("a: &x 1\n*x : 2\n", "!2:1")]
    [InlineData("---\n[a]: 1\n", "!2:1")]
    [InlineData("b: 1\n[a]: 1\n", "!2:1")]
    [InlineData("? [a]\n: 1\n", "!1:3")]
    [InlineData("? - a\n: 1\n", "!1:3")]
    [InlineData("a: |\n   b\n  c\n", "!3:3")]
    [InlineData("a: |\n    \n  b\n", "!2:1")]
    [InlineData("a: |0\n  b\n", "!1:5")]
    [InlineData("a: |++\n  b\n", "!1:6")]
    [InlineData("a: | b\n", "!1:6")]
    [InlineData("a: b\u0001c\n", "!1:5")]
    [InlineData("a: |\n  b\u0000c\n", "!2:4")]
    [InlineData("a: \"b\u0007\"\n", "!1:6")]
    public void BadSyntax_IsAnErrorAtItsPlace(string text, string error) => Assert.Equal(error, Trees.ShowFirstError(Trees.ReadYaml(text)));

    [Theory]
    [InlineData("a: b: c\n", "A map cannot begin in the middle of a value; expected it on a line of its own, or the value in quotes")]
    [InlineData("a: b\n  c: d\n", "This line is indented further than the keys or items above it, so that it goes on with the value in line 1, and no value holds ': '; expected it indented as its siblings are, or quotes around the whole value")]
    [InlineData("a:\n\tb: 1\n", "A tab indents this line; expected spaces")]
    [InlineData("a: 1\na: 2\n", "The key 'a' stands twice in one map; expected each key once")]
    public void Errors_SayWhatIsThereAndWhatWasExpected(string text, string message)
    {
        var document = Trees.ReadYaml(text);
        _ = Trees.Show(document);
        Assert.Equal(message, Assert.Single(document.Errors).Arguments[0]);
    }

    /// <summary>Nobody asks for the value, and the line that is in it by its indentation is missing where it was meant to be.</summary>
    [Theory]
    [InlineData("a: x\n  b: [1, 2]\n", "!2:3")]
    [InlineData("a: x\n  y\n  b: 1\n", "!3:3")]
    [InlineData("a: x\n  b:\n    c: 1\n", "!2:3")]
    [InlineData("a: x\n  b:\n", "!2:3")]
    [InlineData("a: x\n\n  # why\n  b: 1\n", "!4:3")]
    [InlineData("a: &n !!str x\n  b: 1\n", "!2:3")]
    [InlineData("a: 'x'\n  b: 1\n", "!2:3")]
    [InlineData("a: \"x\"\n  b: 1\n", "!2:3")]
    [InlineData("a: [1]\n  b: 1\n", "!2:3")]
    [InlineData("a: {c: 1}\n  b: 1\n", "!2:3")]
    [InlineData("d: &n 1\na: *n\n  b: 1\n", "!3:3")]
    public void LineThatIsIndentedTooDeep_IsAnError_ThoughNothingReadsTheValue(string text, string error)
    {
        var document = Trees.ReadYaml(text + "last: 1\n");
        _ = document.Root["last"];
        var found = Assert.Single(document.Errors).Location!.Lines.Start;
        Assert.Equal(error, $"!{found.Line + 1}:{found.Character + 1}");
    }

    [Theory]
    [InlineData("- x\n  b: 1\n- y\n", "!2:3")]
    [InlineData("- x\n  b:\n- y\n", "!2:3")]
    [InlineData("- 'x'\n  b: 1\n- y\n", "!2:3")]
    [InlineData("- - x\n    b: 1\n- y\n", "!2:5")]
    [InlineData("- a: x\n    b: 1\n- y\n", "!2:5")]
    public void LineThatIsIndentedTooDeepInAList_IsAnErrorAtItsPlace(string text, string error) => Assert.Equal(error, Trees.ShowFirstError(Trees.ReadYaml(text)));

    [Theory]
    [InlineData("a: x\n  y\n", "{a: \"x y\"}")]
    [InlineData("a: x\n  - y\n", "{a: \"x - y\"}")]
    [InlineData("a: x\n  http://b:80/c\n", "{a: \"x http://b:80/c\"}")]
    [InlineData("a: 'x\n  b: 1'\n", "{a: \"x b: 1\"}")]
    [InlineData("a: |\n  x\n  b: 1\n", "{a: \"x\\nb: 1\\n\"}")]
    [InlineData("a: {\n  b: x\n  y, c: 1 }\n", "{a: {b: \"x y\", c: 1}}")]
    [InlineData("a: [\n  b: x,\n    c: 1 ]\n", "{a: [{b: \"x\"}, {c: 1}]}")]
    [InlineData("a: # none\n  b: 1\n", "{a: {b: 1}}")]
    [InlineData("a: &n\n  b: 1\n", "{a: {b: 1}}")]
    public void DeeperLine_GoesOnWithAValue_WhereYamlLetsIt(string text, string tree) => Assert.Equal(tree, Trees.Show(Trees.ReadYaml(text)));

    [Fact]
    public void ADocumentThatBeginsLikeJson_IsJsonWhateverItsName()
    {
        Assert.Equal("{a: 1}", Trees.Show(Trees.ReadYaml("\n {\"a\":\t1}")));
        Assert.Equal("!1:7", Trees.ShowFirstError(Trees.ReadYaml("{\"a\": b}")));
        Assert.Equal("{a: 1, b: \"x\"}", Trees.Show(Trees.ReadYaml("{a: 1,\n 'b': x}\n")));
    }

    [Fact]
    public void Depth_IsLimited()
    {
        foreach (var deep in new[] { string.Concat(Enumerable.Repeat("- ", 100_000)), "a: " + new string('[', 100_000), Nested(600) })
        {
            var document = Trees.ReadYaml(deep);
            var node = document.Root;
            while (node.Items.Length + node.Entries.Length > 0) node = node.Items.Length > 0 ? node.Items[0] : node.Entries[0].Value;
            Assert.Contains("too deep", Assert.Single(document.Errors).Arguments[0]);
        }

        Assert.Equal("no error", Trees.ShowFirstError(Trees.ReadYaml(Nested(500))));
    }

    [Fact]
    public void MergeChains_AreLimited()
    {
        var text = new StringBuilder("m0: &m0 {k: 1}\n");
        for (var i = 1; i < 5000; i++) text.Append($"m{i}: &m{i} {{<<: *m{i - 1}}}\n");
        var document = Trees.ReadYaml(text.ToString());
        Assert.Empty(document.Root["m4999"]!.Entries);
        Assert.Contains("too deep", document.Errors[0].Arguments[0]);
    }

    [Fact]
    public void ManyAliases_ShareTheirNodes()
    {
        var text = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 60; i++) text.Append($"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        var node = Trees.ReadYaml(text.ToString()).Root["a59"]!;
        Assert.Same(node.Items[0], node.Items[2]);
        for (var i = 0; i < 59; i++) node = node.Items[1];
        Assert.Equal("[\"x\", \"x\"]", Trees.Show(node));
    }

    [Fact]
    public void UntouchedParts_AreNotRead()
    {
        var document = Trees.ReadYaml("touched:\n  a: 1\nuntouched:\n  b: 'cut\nafter: 2\n");
        Assert.Equal("1", document.Root["touched"]!["a"]!.Text);
        Assert.Equal("2", document.Root["after"]!.Text);
        Assert.Empty(document.Errors);
        Assert.Equal(NodeKind.Null, document.Root["untouched"]!["b"]!.Kind);
        Assert.Single(document.Errors);
    }

    [Fact]
    public void Cancellation_IsHonoured()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("a.yaml", SourceText.From("a: 1"), cancelled));
        Assert.Throws<OperationCanceledException>(() => SpecReader.Read("a.json", SourceText.From("{}"), cancelled));
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Range(0, depth).Select(i => new string(' ', i) + "a:\n"));
}
