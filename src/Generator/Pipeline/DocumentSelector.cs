using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Pipeline;

/// <summary>Finds the text that a declaration names by its file name or by as many trailing folders as make it unique.</summary>
internal static class DocumentSelector
{
    private const int MostSuggestions = 3;
    private static readonly char[] Slashes = ['/', '\\'];

    public static bool IsDocument(AdditionalText text) => IsDocument(text.Path);

    /// <summary>By its file extension.</summary>
    public static bool IsDocument(string path) => Path.GetExtension(path).ToLowerInvariant() is ".json" or ".yaml" or ".yml";

    public static DocumentSelection Select(ModelDeclaration declaration, TextTable texts)
    {
        var wanted = Segments(declaration.Document);
        if (wanted.Length == 0) return new(declaration, null, null, new(texts));
        var fitting = texts.Named(wanted[wanted.Length - 1]).Where(text => EndsWith(Segments(text.Path), wanted)).ToList();
        return fitting.Count switch
        {
            1 => new(declaration, fitting[0], null, new(texts)),
            0 => new(declaration, null, NotFound(declaration, texts.All), new(texts)),
            _ => new(declaration, null, Ambiguous(declaration, fitting), new(texts)),
        };
    }

    private static string[] Segments(string path) => [.. path.Trim().Split(Slashes, StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".")];

    private static bool EndsWith(string[] path, string[] wanted)
    {
        if (wanted.Length > path.Length) return false;
        for (var i = 1; i <= wanted.Length; i++)
        {
            if (!string.Equals(path[path.Length - i], wanted[wanted.Length - i], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private static DiagnosticInfo NotFound(ModelDeclaration declaration, ImmutableArray<AdditionalText> texts)
    {
        var wanted = RelativePath.FileName(declaration.Document);
        var nearest = texts.Select(text => RelativePath.FileName(text.Path))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => EditDistance.Between(name, wanted))
            .ThenBy(name => name, StringComparer.Ordinal)
            .Take(MostSuggestions)
            .Select(name => $"'{name}'")
            .ToList();
        var hint = nearest.Count == 0 ? "" : $"; there is {string.Join(", ", nearest)}";
        return DiagnosticInfo.Create("SEM1002", declaration.Location, declaration.Document, hint);
    }

    /// <summary>Names the files by the folders that tell them apart, never by their whole paths.</summary>
    private static DiagnosticInfo Ambiguous(ModelDeclaration declaration, List<AdditionalText> fitting)
    {
        var paths = fitting.Select(text => Segments(text.Path)).ToList();
        var common = 0;
        while (paths.All(path => common < path.Length - 1 && string.Equals(path[common], paths[0][common], StringComparison.Ordinal))) common++;
        var names = paths.Select(path => $"'{string.Join("/", path.Skip(common))}'").OrderBy(name => name, StringComparer.Ordinal);
        return DiagnosticInfo.Create("SEM1003", declaration.Location, declaration.Document, string.Join(", ", names));
    }
}
