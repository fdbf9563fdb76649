using Semel.Generator.Documents;

namespace Semel.Generator.Tests.Documents;

public sealed class JsonReaderTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("""{"a":{"b":[1,"x",true,false,null]},"c":[]}""", """{a: {b: [1, "x", true, false, null]}, c: []}""")]
    [InlineData("""[[],[[]],{"a":{}},[{}]]""", "[[], [[]], {a: {}}, [{}]]")]
    [InlineData("""["{","]","\"[",":",","]""", """["{", "]", "\"[", ":", ","]""")]
    [InlineData(""" "alone" """, "\"alone\"")]
    [InlineData("12", "12")]
    [InlineData("\uFEFF{\"a\":1}", "{a: 1}")]
    [InlineData("{\r\n\t\"a\" :\r1\r\n}", "{a: 1}")]
    [InlineData("""{"":1," ":2}""", "{: 1,  : 2}")]
    public void Structure_IsRead(string text, string tree) => Assert.Equal(tree, Trees.Show(Trees.ReadJson(text)));

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-12.50")]
    [InlineData("1e400")]
    [InlineData("1E-7")]
    [InlineData("0.1e+2")]
    [InlineData("18446744073709551616")]
    [InlineData("123456789012345678901234567890.123456789012345678901234567890")]
    public void Numbers_StayAsWritten(string number)
    {
        var document = Trees.ReadJson($$"""{"n":{{number}}}""");
        Assert.Equal(NodeKind.Number, document.Root["n"]!.Kind);
        Assert.Equal(number, document.Root["n"]!.Text);
        Assert.Empty(document.Errors);
    }

    [Theory]
    [InlineData("""["\"\\\/\b\f\n\r\t"]""", "\"\\/\b\f\n\r\t")]
    [InlineData("""["\u0041\u00e9\u20AC"]""", "Aé€")]
    [InlineData("""["\ud83d\ude00"]""", "😀")]
    [InlineData("""["😀"]""", "😀")]
    [InlineData("""["a\u0000b"]""", "a\0b")]
    [InlineData("[\"\u2028\x7F\"]", "\u2028\x7F")]
    [InlineData("""["\\\\"]""", "\\\\")]
    public void Escapes_AreDecoded(string text, string value) => Assert.Equal(value, Trees.ReadJson(text).Root.Items[0].Text);

    [Theory]
    [InlineData("", "!1:1")]
    [InlineData("  \n ", "!2:2")]
    [InlineData("{", "!1:2")]
    [InlineData("{\"a\": [1,\n 2", "!2:3")]
    [InlineData("{\"a\": [1}", "!1:9")]
    [InlineData("[1]]", "!1:4")]
    [InlineData("{\"a\": \"cut", "!1:7")]
    [InlineData("{\"a\": \"cut\n}", "!1:7")]
    [InlineData("[1] x", "!1:5")]
    [InlineData("{} {}", "!1:4")]
    [InlineData("[1,]", "!1:4")]
    [InlineData("{\"a\":1,}", "!1:8")]
    [InlineData("[,1]", "!1:2")]
    [InlineData("[1 2]", "!1:4")]
    [InlineData("{\"a\" 1}", "!1:6")]
    [InlineData("{\"a\":}", "!1:6")]
    [InlineData("{a:1}", "!1:2")]
    [InlineData("{'a':1}", "!1:2")]
    [InlineData("{\n  // comment\n}", "!2:3")]
    [InlineData("[/* c */1]", "!1:2")]
    [InlineData("[NaN]", "!1:2")]
    [InlineData("[Infinity]", "!1:2")]
    [InlineData("[tru]", "!1:2")]
    [InlineData("[trueish]", "!1:6")]
    [InlineData("[True]", "!1:2")]
    [InlineData("[01]", "!1:3")]
    [InlineData("[+1]", "!1:2")]
    [InlineData("[.5]", "!1:2")]
    [InlineData("[1.]", "!1:4")]
    [InlineData("[1e]", "!1:4")]
    [InlineData("[-]", "!1:3")]
    [InlineData("[0x1F]", "!1:3")]
    [InlineData("[\"\\x\"]", "!1:3")]
    [InlineData("[\"\\u12g4\"]", "!1:3")]
    [InlineData("[\"\\u12\"]", "!1:3")]
    [InlineData("[\"\\ud83d\"]", "!1:3")]
    [InlineData("[\"\\ude00\\ud83d\"]", "!1:3")]
    [InlineData("[\"a\tb\"]", "!1:4")]
    [InlineData("{\"a\":1,\n \"b\":2,\n \"a\":3}", "!3:2")]
    [InlineData("{\"a\":1,\"\\u0061\":3}", "!1:8")]
    public void BadSyntax_IsAnErrorAtItsPlace(string text, string error) => Assert.Equal(error, Trees.ShowFirstError(Trees.ReadJson(text)));

    [Theory]
    [InlineData("{\"a\": [1,\n 2", "The document ends too early, so it may be cut off; expected ']' for the '[' in line 1")]
    [InlineData("{\n\"a\": 1]", "Found ']'; expected '}' for the '{' in line 1")]
    [InlineData("{\"a\" 1}", "Found '1'; expected ':' after the key")]
    public void Errors_SayWhatIsThereAndWhatWasExpected(string text, string message)
    {
        var document = Trees.ReadJson(text);
        _ = Trees.Show(document);
        Assert.Equal(message, Assert.Single(document.Errors).Arguments[0]);
    }

    [Fact]
    public void ManyKeys_AreFoundAndDuplicatesAmongThemSeen()
    {
        var keys = string.Join(",", Enumerable.Range(0, 500).Select(i => $"\"k{i}\":{i}"));
        var document = Trees.ReadJson($"{{{keys}}}");
        Assert.Equal("321", document.Root["k321"]!.Text);
        Assert.Null(document.Root["k500"]);
        Assert.Empty(document.Errors);
        Assert.StartsWith("!1:", Trees.ShowFirstError(Trees.ReadJson($"{{{keys},\"k7\":0}}")));
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    [InlineData(1_000_000, false)]
    public void Depth_IsLimited(int depth, bool isRead)
    {
        var document = Trees.ReadJson(new string('[', depth) + new string(']', depth));
        Assert.Equal(isRead, document.Errors.Count == 0);
    }

    [Fact]
    public void UntouchedParts_AreNotRead()
    {
        var document = Trees.ReadJson("""{"touched":{"a":1},"untouched":{"b":nonsense}}""");
        Assert.Equal("1", document.Root["touched"]!["a"]!.Text);
        Assert.Empty(document.Errors);
        Assert.Empty(document.Root["untouched"]!.Entries);
        Assert.Single(document.Errors);
    }

    [Fact]
    public void Nodes_KnowWhereTheyStand()
    {
        var root = Trees.ReadJson("{\n  \"id\": [ 1, \"two\" ]\n}").Root;
        Assert.Equal("(0,0)-(2,1)", root.Location.Lines.ToString());
        Assert.Equal("(1,2)-(1,6)", root.Entries[0].KeyLocation.Lines.ToString());
        Assert.Equal("(1,8)-(1,20)", root["id"]!.Location.Lines.ToString());
        Assert.Equal("(1,13)-(1,18)", root["id"]!.Items[1].Location.Lines.ToString());
        Assert.Equal(15, root["id"]!.Items[1].Start);
        Assert.Equal("cloud.json", root.Location.Path);
    }

    [Fact]
    public void AMember_IsReadOnce()
    {
        var root = Trees.ReadJson("""{"a":[{}]}""").Root;
        Assert.Same(root["a"], root["a"]);
        Assert.Same(root["a"]!.Items[0], root["a"]!.Items[0]);
    }

    [Fact]
    public void Kinds_HaveNothingOfOtherKinds()
    {
        var root = Trees.ReadJson("""{"s":"true","b":true,"n":null,"l":[]}""").Root;
        Assert.Null(root.Text);
        Assert.Empty(root.Items);
        Assert.False(root["s"]!.IsTrue);
        Assert.True(root["b"]!.IsTrue);
        Assert.Null(root["n"]!.Text);
        Assert.Empty(root["l"]!.Entries);
        Assert.Null(root["l"]!["x"]);
        Assert.Null(root["missing"]);
    }
}
