using System.Text;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>Documents that are made to be expensive: each is read, or what is too much is said, within bounds of time and memory.</summary>
[Trait("Feature", "L6")]
public sealed class HardDocumentTests
{
    private const string Leaf = "{\"type\":\"string\"}";

    /// <summary>What the resource's schema <c>X</c> is, and the other schemas.</summary>
    public static TheoryData<string, string, string> Documents() => new()
    {
        { "alternatives that lead to one another", One("A", "B"), Object("A", "p", "B") + "," + Object("B", "p", "A") },
        { "alternatives of three, by two properties", One("A", "B", "C"), $"{Object("A", "p", "B", "q", "C")},{Object("B", "p", "C", "q", "A")},{Object("C", "p", "A", "q", "B")}" },
        { "alternatives in lists of alternatives", One("A", "B"), $"{Listed("A", One("A", "B"))},{Listed("B", One("B", "C"))},{Listed("C", One("A", "C"))}" },
        { "alternatives in maps of alternatives", All("A", "B"), $"\"A\":{{\"type\":\"object\",\"additionalProperties\":{One("B", "X")}}},\"B\":{{\"type\":\"object\",\"properties\":{{\"id\":{Leaf},\"m\":{All("A", "B")}}}}}" },
        { "twelve that each hold all", One([.. Names(12)]), string.Join(',', Names(12).Select(name => Object(name, [.. Names(12).SelectMany(other => new[] { "p" + other, other })]))) },
        { "chains of alternatives of different length", One("A", "B", "C"), string.Join(',', Rings(("A", 3), ("B", 5), ("C", 7))) },
        { "long rings of alternatives", One("A", "B", "C", "D"), string.Join(',', Rings(("A", 11), ("B", 13), ("C", 17), ("D", 19))) },
        { "a reference to itself", "{\"$ref\":\"#/components/schemas/X\"}", "\"A\":" + Leaf },
        { "a ring of references", Reference("A"), $"\"A\":{Reference("B")},\"B\":{Reference("A")}" },
        { "a reference to the document", "{\"$ref\":\"#\"}", "\"A\":" + Leaf },
        { "a property that is the paths", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"p\":{\"$ref\":\"#/paths\"},\"c\":{\"$ref\":\"#/components\"}}}", "\"A\":" + Leaf },
        { "deep objects", Nested(900, "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"p\":", "}}"), "\"A\":" + Leaf },
        { "deep lists", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"p\":" + Nested(5000, "{\"type\":\"array\",\"items\":", "}") + "}}", "\"A\":" + Leaf },
        { "deep alternatives", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"p\":" + Nested(5000, "{\"oneOf\":[{\"type\":\"object\"},", "]}") + "}}", "\"A\":" + Leaf },
        { "deep allOf", Nested(5000, "{\"allOf\":[", "]}"), "\"A\":" + Leaf },
        { "deep not", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},\"not\":" + Nested(20000, "{\"not\":", "}") + "}", "\"A\":" + Leaf },
        { "an enumeration of 5,000", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"e\":{\"type\":\"string\",\"enum\":[" + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"v{i}\"")) + "]}}}", "\"A\":" + Leaf },
        { "an enumeration of one name in 5,000 spellings", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"e\":{\"type\":\"string\",\"enum\":[" + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"a{new string('-', i % 70)}{new string('.', i / 70)}\"")) + "]}}}", "\"A\":" + Leaf },
        { "2,000 properties", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}," + string.Join(',', Enumerable.Range(0, 2_000).Select(i => $"\"p{i}\":{Leaf}")) + "}}", "\"A\":" + Leaf },
        { "5,000 properties of one name", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}," + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"a{new string('-', i % 70)}{new string('.', i / 70)}\":{Leaf}")) + "}}", "\"A\":" + Leaf },
        { "300 alternatives", "{\"oneOf\":[" + string.Join(',', Enumerable.Range(0, 300).Select(i => $"{{\"type\":\"object\",\"properties\":{{\"id\":{Leaf},\"p{i}\":{Leaf}}}}}")) + "]}", "\"A\":" + Leaf },
        { "a required list of 100,000", "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},\"required\":[" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"r{i}\"")) + "]}", "\"A\":" + Leaf },
        { "a description of a megabyte", "{\"type\":\"object\",\"description\":\"" + string.Concat(Enumerable.Repeat("`a` <b> - c\\n", 80_000)) + "\",\"properties\":{\"id\":{\"type\":\"string\"}}}", "\"A\":" + Leaf },
        { "doubling allOf", All("D40", "D40"), "\"D0\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}," + string.Join(',', Enumerable.Range(1, 40).Select(i => $"\"D{i}\":{All($"D{i - 1}", $"D{i - 1}")}")) },
        { "doubling alternatives", One("D40", "D39"), "\"D0\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}}," + string.Join(',', Enumerable.Range(1, 40).Select(i => $"\"D{i}\":{One($"D{i - 1}", i > 1 ? $"D{i - 2}" : "D0")}")) },
    };

    [Theory, MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public void ExpensiveDocument_HasAnEnd(string what, string schema, string others)
    {
        var text = Document(schema, others);

        if (FuzzRun.Problem("api.json", text, "/things") is { } problem) Assert.Fail(what + ": " + problem[..Math.Min(problem.Length, 3000)]);
    }

    [Fact]
    public void AliasesThatDouble_HaveAnEnd()
    {
        var text = new StringBuilder("openapi: 3.0.0\npaths: {}\nx0: &a0 { type: string }\n");
        for (var i = 1; i < 60; i++) text.Append($"x{i}: &a{i} {{ type: object, properties: {{ id: {{ type: string }}, l: *a{i - 1}, r: *a{i - 1} }} }}\n");
        text.Append("components: { schemas: { X: *a59 } }\n").Replace("paths: {}", "paths:\n  /things:\n    post: { requestBody: &b { content: { application/json: { schema: { $ref: '#/components/schemas/X' } } } }, responses: { 200: *b } }\n  /things/{id}:\n    get: { responses: { 200: *b } }");

        if (FuzzRun.Problem("api.yaml", text.ToString(), "/things") is { } problem) Assert.Fail(problem);
    }

    private const string Frame = """
        {"openapi":"3.0.0","paths":{"/things":{"post":{"requestBody":MEDIA,"responses":{"201":MEDIA}},"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/X"}}}}}}}},
        "/things/{id}":{"get":{"responses":{"200":MEDIA}},"patch":{"requestBody":MEDIA,"responses":{"200":MEDIA}}}},
        "components":{"schemas":{"X":SCHEMA,OTHERS}}}
        """;

    private static string Document(string schema, string others) => Frame
        .Replace("MEDIA", """{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/X"}}}}""", StringComparison.Ordinal)
        .Replace("SCHEMA", schema, StringComparison.Ordinal)
        .Replace("OTHERS", others, StringComparison.Ordinal);

    private static string Reference(string name) => $"{{\"$ref\":\"#/components/schemas/{name}\"}}";

    private static string One(params string[] names) => $"{{\"oneOf\":[{string.Join(',', names.Select(Reference))}]}}";

    private static string All(params string[] names) => $"{{\"allOf\":[{string.Join(',', names.Select(Reference))}]}}";

    /// <summary>Properties and what they refer to by turns.</summary>
    private static string Object(string name, params string[] properties) =>
        $"\"{name}\":{{\"type\":\"object\",\"properties\":{{\"id\":{Leaf},{string.Join(',', properties.Chunk(2).Select(pair => $"\"{pair[0]}\":{Reference(pair[1])}"))}}}}}";

    private static string Listed(string name, string items) =>
        $"\"{name}\":{{\"type\":\"object\",\"properties\":{{\"id\":{Leaf},\"l\":{{\"type\":\"array\",\"items\":{items}}}}}}}";

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(i => "N" + i);

    private static IEnumerable<string> Rings(params (string Name, int Length)[] rings) =>
        from ring in rings
        from i in Enumerable.Range(0, ring.Length)
        select Object(ring.Name + (i == 0 ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture)), "p", ring.Name + (i + 1 == ring.Length ? "" : (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Nested(int depth, string before, string after) =>
        string.Concat(Enumerable.Repeat(before, depth)) + Leaf + string.Concat(Enumerable.Repeat(after, depth));
}
