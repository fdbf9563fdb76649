using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator;
using Semel.Generator.Emit;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>
/// Nothing that a document says becomes code. Every string of real documents is replaced by hostile text, one kind of place at a time;
/// each payload has a marker that stands for injected code, and after parsing it is found in literals and comments only, or joined to
/// other letters in a name.
/// </summary>
[Trait("Feature", "L6")]
public sealed class HostileTextTests
{
    private static readonly string[] Documents = ["petstore/swagger-petstore-openapi.yaml", "train-travel/openapi.yaml", "alertmanager/openapi.yaml", "oai-examples/examples/v3.1/tictactoe.yaml"];

    private static readonly string[] Payloads =
    [
        "\"; class Injected_42 { } //", "\\\"; class Injected_42 { } //", "*/ class Injected_42 { } /*", "\n class Injected_42 { }\n", "\r class Injected_42 { }\r", "\u0085 class Injected_42 { }\u0085",
        "\u2028 class Injected_42 { }\u2028", "\u2029 class Injected_42 { }\u2029", "\v class Injected_42 { }\f", "\"\"\" class Injected_42 { } \"\"\"", "{{ Injected_42 }} {0} {Injected_42}", "\n#pragma Injected_42\n",
        "\n#error Injected_42\n", "\n#if Injected_42\n", "\n#line 1 \"Injected_42\"\n", "</summary><Injected_42/>", "]]> --> <Injected_42>", "</c></para></remarks>\n class Injected_42 { }", "&quot; class Injected_42",
        "\ud800 Injected_42 \udc00", "\u202e Injected_42 \u2066", "\0 Injected_42 \u0001", "\ufeff Injected_42 \ufffe", "class Injected_42", "@Injected_42 = ", "global::Injected_42", "$\"{Injected_42}\"", "'Injected_42'",
        "\\u0022; class Injected_42 { }", "`</c> class Injected_42 { }`", "<see cref=\"Injected_42\"/>", "\t\t Injected_42 ;;; }}}",
    ];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static TheoryData<string> Names() => [.. Documents];

    [Theory, MemberData(nameof(Names))]
    public void HostileValues_StayInTheirLiteralsAndComments(string document)
    {
        var root = SeedDocument.Take(document, new Random(1));
        var failures = new List<string>();
        foreach (var (kind, index) in Kinds(root).Select((kind, index) => (kind, index)))
        {
            // every payload over the places of the document, some of them at each place
            for (var turn = 0; turn < 3; turn++) Check($"{document}, values of {kind}", With(root, kind, asKey: false, index + (turn * 11)), failures, compile: turn == 0);
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5)));
    }

    [Theory, MemberData(nameof(Names))]
    public void HostileKeys_StayInTheirLiteralsAndComments(string document)
    {
        var root = SeedDocument.Take(document, new Random(1));
        var failures = new List<string>();
        foreach (var kind in new[] { "paths", "schemas", "definitions", "properties", "content", "responses", "mapping", "headers", "securitySchemes", "variables", "scopes", "examples" })
        {
            for (var turn = 0; turn < Payloads.Length; turn += 6) Check($"{document}, keys of {kind}", With(root, kind, asKey: true, turn), failures, compile: turn == 0);
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5)));
    }

    [Fact]
    public void HostileFileName_StaysInItsLiteralsAndComments()
    {
        var failures = new List<string>();
        foreach (var payload in Payloads.Where(payload => payload.IndexOfAny(['/', '\\', '\0']) < 0))
            Check("the file's name", SeedDocument.Take(Documents[0], new Random(1)), failures, payload + ".json");

        Assert.True(failures.Count == 0, string.Join("\n\n", failures.Take(5)));
    }

    /// <summary>The control: what finds nothing in escaped code finds the same payloads where they are not escaped.</summary>
    [Theory]
    [InlineData("\"; class Injected_42 { } //", "\"PAYLOAD\"")]
    [InlineData("\n class Injected_42 { }\n", "// PAYLOAD")]
    [InlineData("\u0085 class Injected_42 { }", "/// <summary>PAYLOAD</summary>")]
    [InlineData("\u2028 class Injected_42 { }", "// PAYLOAD")]
    [InlineData("*/ class Injected_42 { } /*", "/* PAYLOAD */")]
    [InlineData("\n#error Injected_42\n", "// PAYLOAD")]
    [InlineData("\n#if Injected_42\n", "// PAYLOAD")]
    [InlineData("\n#pragma Injected_42\n", "// PAYLOAD")]
    [InlineData("</summary><Injected_42/>", "/// <summary>PAYLOAD</summary>")]
    [InlineData("<see cref=\"Injected_42\"/>", "/// <summary>PAYLOAD</summary>")]
    [InlineData("class Injected_42", "PAYLOAD { }")]
    public void UnescapedText_IsFound(string payload, string place)
    {
        var text = "class C { string s = \"\";\n" + place.Replace("PAYLOAD", payload, StringComparison.Ordinal) + "\n}";
        Assert.NotEmpty(InjectedText.Escapes(CSharpSyntaxTree.ParseText(text, Parsing)));
        Assert.Empty(InjectedText.Escapes(CSharpSyntaxTree.ParseText($"/// <summary>{Literals.XmlText(payload)}</summary>\nclass C {{ string s = {Literals.String(payload)}; }}", Parsing)));
    }

    private static void Check(string what, JsonObject tree, List<string> failures, string name = "api.json", bool compile = true)
    {
        var source = $"[global::Semel.ExtensionModel({SymbolDisplay.FormatLiteral(name, quote: true)})] public sealed partial class Whole;";
        var project = TestProject.Compilation(source);
        var driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], [new Document("/repo/" + name, Json(tree))], Parsing)
            .RunGeneratorsAndUpdateCompilation(project, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception) failures.Add($"{what}: {exception}");
        foreach (var file in result.GeneratedSources) failures.AddRange(InjectedText.Escapes(file.SyntaxTree).Select(escape => $"{what}: {escape}"));
        if (!compile) return;
        failures.AddRange(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(3).Select(diagnostic => $"{what}: {diagnostic}"));
    }

    /// <summary>The keys under which strings stand: <c>description</c>, <c>enum</c>, <c>pattern</c>, …</summary>
    private static IEnumerable<string> Kinds(JsonObject root)
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        Visit(root, "", (key, _) => kinds.Add(key));
        return kinds;
    }

    private static void Visit(JsonNode? node, string key, Action<string, JsonValue> visit)
    {
        if (node is JsonObject map) foreach (var (name, value) in map) Visit(value, name, visit);
        else if (node is JsonArray list) foreach (var value in list) Visit(value, key, visit);
        else if (node is JsonValue value && value.TryGetValue<string>(out _)) visit(key, value);
    }

    private static JsonObject With(JsonObject root, string kind, bool asKey, int from)
    {
        var number = from;
        return (JsonObject)Changed(root, "")!;

        JsonNode? Changed(JsonNode? node, string key)
        {
            if (node is JsonArray list) return new JsonArray([.. list.Select(item => Changed(item, key))]);
            if (node is JsonValue value && value.TryGetValue<string>(out var text)) return !asKey && key == kind ? JsonValue.Create(kind == "$ref" ? text + Next() : Next()) : JsonValue.Create(text);
            if (node is not JsonObject map) return node?.DeepClone();
            var changed = new JsonObject();
            foreach (var (name, child) in map) changed[asKey && key == kind ? Renamed(name) : name] = Changed(child, name);
            return changed;
        }

        // a path keeps its beginning and its parameters, a status and a media type what makes them one
        string Renamed(string name) => kind switch
        {
            "responses" => name,
            "paths" => name + "/" + Next(),
            _ => number % 2 == 0 ? name + Next() : Next(),
        };

        string Next() => Payloads[number++ % Payloads.Length];
    }

    /// <summary>By hand, because half characters are what a document may have and a serialiser won't write.</summary>
    private static string Json(JsonNode? node) => node switch
    {
        JsonObject map => "{" + string.Join(",", map.Select(entry => Quoted(entry.Key) + ":" + Json(entry.Value))) + "}",
        JsonArray list => "[" + string.Join(",", list.Select(Json)) + "]",
        JsonValue value when value.TryGetValue<string>(out var text) => Quoted(text),
        null => "null",
        _ => node.ToJsonString(),
    };

    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => c is '"' or '\\' ? "\\" + c : c < ' ' || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString())) + "\"";

    private sealed class Document(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
