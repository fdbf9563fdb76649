using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Corpus.Tests.Models;

/// <summary>
/// What in the real documents breaks naive generators, row by row: the operation at a row's place is a method, and the property there is a
/// property; or a message stands at it. That all of it compiles is <see cref="WholeDocumentTests"/>' to show.
/// </summary>
[Trait("Feature", "L1")]
public sealed class OdditiesTests(ITestOutputHelper output)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    public static TheoryData<string> Documents() => [.. Rows().Select(row => row.Document).Distinct()];

    [Theory, MemberData(nameof(Documents))]
    public void EveryRow_IsThere_OrIsSpokenOf(string document)
    {
        var file = Path.Combine(SpecsFolder.Require(), document);
        var read = Corpus.Read(file);
        var model = ResourceBinder.Bind(Whole(file), new DocumentFiles(read, (string other, out string? problem) => Open(file, other, out problem)), CancellationToken.None);
        var shown = new Shown(model);
        var (lost, seen) = (new List<string>(), 0);
        foreach (var (_, feature, pointer) in Rows().Where(row => row.Document == document))
        {
            var tokens = Tokens(pointer);
            if (Find(read.Root, tokens) is not { } node)
            {
                lost.Add($"{feature}: nothing stands at {pointer}");
                continue;
            }

            seen++;
            var hasOperations = tokens is not ["paths", var path, ..] || read.Root["paths"]![path]!.Entries.Any(entry => Methods.Contains(entry.Key) || entry.Key == "$ref");
            if (!IsThere(shown, tokens, hasOperations) && !IsSpokenOf(read, model, tokens, node)) lost.Add($"{feature}: {pointer}");
        }

        output.WriteLine($"{seen} places");
        Assert.All(model.Resources, resource => Assert.NotEmpty(resource.Operations));
        Assert.True(lost.Count == 0, string.Join("\n", lost));
    }

    [Fact]
    public void EveryRow_IsRead() => Assert.True(Rows().Count > 1000, $"Only {Rows().Count} places were found.");

    /// <summary>The control: what is missing is missed.</summary>
    [Fact]
    public void WhatIsLost_IsFound()
    {
        var shown = new Shown(new ResourceModel(Whole("api.json"), "api.json", null, [], [new ObjectModel("#/components/schemas/a", "A", 0, null, [])], []));
        Assert.False(IsThere(shown, ["paths", "/a", "get"]));
        Assert.False(IsThere(shown, ["components", "schemas", "a", "properties", "b"]));
        Assert.True(IsThere(shown, ["components", "schemas", "a"]));
    }

    /// <param name="hasOperations">False of a path that has none.</param>
    private static bool IsThere(Shown shown, IReadOnlyList<string> tokens, bool hasOperations = true)
    {
        if (tokens is ["paths", var path, var method, ..] && Methods.Contains(method) && !shown.Operations.Contains((method.ToUpperInvariant(), path))) return false;
        if (tokens is ["paths", var item, ..] && hasOperations && !shown.Paths.Contains(item)) return false;
        // the innermost property of a type that is there
        for (var at = tokens.Count - 2; at > 0; at--)
        {
            if (tokens[at] == "properties" && shown.Types.TryGetValue("#/" + string.Join('/', tokens.Take(at).Select(JsonPointer.Escape)), out var type))
                return type is not ObjectModel view || view.Properties.Any(property => property.JsonName == tokens[at + 1]);
        }

        return true;
    }

    /// <summary>Whether a message stands at the place, inside it, or at the operation that it is part of.</summary>
    private static bool IsSpokenOf(SpecDocument document, ResourceModel model, IReadOnlyList<string> tokens, SpecNode node)
    {
        var around = tokens is ["paths", _, _, ..] ? Find(document.Root, [.. tokens.Take(3)])! : node;
        var span = TextSpan.FromBounds(Math.Min(node.Start, around.Start), Math.Max(node.End, around.End));
        // a message at a method's name stands in front of its value
        var wider = TextSpan.FromBounds(Math.Max(0, span.Start - 200), span.End);
        return All(model).Any(diagnostic => diagnostic.Location is { } place && Path.GetFileName(place.Path) == Path.GetFileName(document.Path) && wider.IntersectsWith(place.Span));
    }

    private static IEnumerable<DiagnosticInfo> All(ResourceModel model) => model.Diagnostics.Concat(model.Resources.SelectMany(resource => resource.Diagnostics)).Concat(model.Groups.SelectMany(group => group.Diagnostics));

    private static SpecNode? Find(SpecNode root, IReadOnlyList<string> tokens)
    {
        var node = root;
        foreach (var token in tokens)
        {
            // pointers name a parameter of a list by its name, and may go on behind a reference
            var next = node.Kind == NodeKind.Sequence
                ? int.TryParse(token, out var index) && index < node.Items.Length ? node.Items[index] : node.Items.FirstOrDefault(item => item["name"]?.Text == token)
                : node[token] ?? (node["allOf"] is not null ? node["allOf"]!.Items.Select(part => part[token]).FirstOrDefault(part => part is not null) : null);
            // and leave out its schema
            if (next is null && node["schema"] is { } schema) next = schema[token];
            if (next is null) return node["$ref"] is null ? null : node;
            node = next;
        }

        return node;
    }

    private static IReadOnlyList<string> Tokens(string pointer) =>
        [.. pointer.Split('/').Skip(1).Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    private static List<(string Document, string Feature, string Pointer)> Rows() =>
    [
        .. from line in File.ReadLines(Path.Combine(SpecsFolder.Require(), "ODDITIES.tsv")).Skip(1)
           let cells = line.Split('\t')
           from example in cells[4].Trim('"').Split("  ||  ")
           let pointer = example.Trim('"').Split(" = ")[0].TrimEnd()
           where pointer.StartsWith('/') && pointer.Length > 1
           select ($"{cells[0]}/{cells[1]}", cells[2], pointer),
    ];

    private static ModelDeclaration Whole(string file) => new(
        "", "Whole", "public", [], Path.GetFileName(file), "", new DeclaredOverrides(null, null, null, null, null, null, null, null),
        new ConstructorModel(true, null, null), [], new LocationInfo("Models.cs", default, default))
    { IsWhole = true };

    private static SpecDocument? Open(string file, string other, out string? problem)
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, other);
        problem = File.Exists(path) ? null : "it is not there";
        return problem is null ? Corpus.Read(path) : null;
    }

    private sealed class Shown
    {
        public Shown(ResourceModel model)
        {
            var all = model.Resources.Concat(model.Groups).Append(model).ToList();
            Operations = [.. all.SelectMany(part => part.Operations).Select(operation => (operation.Method, operation.Path))];
            Paths = [.. Operations.Select(operation => operation.Path)];
            foreach (var type in all.SelectMany(part => part.Types)) Types[type.Identity] = type;
        }

        public HashSet<(string Method, string Path)> Operations { get; }

        public HashSet<string> Paths { get; }

        public Dictionary<string, TypeModel> Types { get; } = new(StringComparer.Ordinal);
    }
}
