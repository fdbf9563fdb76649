using Microsoft.CodeAnalysis.CSharp;
using Semel.Generator.Binding;
using Semel.Generator.Binding.Whole;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;

namespace Semel.Tool;

/// <summary>What is generated of which document.</summary>
/// <param name="Document">The file.</param>
/// <param name="Paths">The paths that create; none: the whole document.</param>
/// <param name="Namespace">Of the classes, whose models are in <c>Models</c> under it; empty: the global one.</param>
/// <param name="Class">The class's name; null: after the document or the path.</param>
internal sealed record Selection(string Document, IReadOnlyList<string> Paths, string Namespace, string? Class)
{
    /// <exception cref="UsageException">A name is none in C#, or stands for several classes.</exception>
    public IReadOnlyList<ModelDeclaration> Declarations()
    {
        if (Class is not null && Paths.Count > 1) throw new UsageException($"--class {Class} can't name the classes of {Paths.Count} paths: leave it out, and each is called after its path");
        if (Document.Length == 0) throw new UsageException("DOCUMENT is empty: name the OpenAPI document");
        if (Class is not null && !IsName(Class)) throw new UsageException($"'{Class}' is no name of a class in C#");
        if (Namespace.Length > 0 && !Array.TrueForAll(Namespace.Split('.'), IsName)) throw new UsageException($"'{Namespace}' is no namespace in C#");
        if (Paths.Count == 0) return [Declare(Class ?? Words.Pascal(Path.GetFileNameWithoutExtension(Document)), "") with { IsWhole = true }];
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. Paths.Select(static path => path.StartsWith('/') ? path : "/" + path).Distinct(StringComparer.Ordinal).Select(path => Declare(Class ?? Unique(ResourceNames.Of(path), taken), path))];
    }

    private static bool IsName(string text) => SyntaxFacts.IsValidIdentifier(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var count = 2; !taken.Add(unique); count++) unique = name + count;
        return unique;
    }

    private ModelDeclaration Declare(string name, string path) => new(
        Namespace, name, "public", [], Path.GetFileName(Document), path, new(null, null, null, null, null, null, null, Namespace.Length == 0 ? null : Namespace + ".Models"),
        new ConstructorModel(true, null, null), [], new LocationInfo(Document, default, default))
    { IsComplete = true };
}
