using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Semel.Generator.Documents;

namespace Semel.Generator.Pipeline;

/// <summary>The documents of a project by their paths. None is opened here.</summary>
internal sealed class TextTable
{
    private readonly ILookup<string, AdditionalText> _byPath;
    private readonly ILookup<string, AdditionalText> _byName;

    public TextTable(ImmutableArray<AdditionalText> texts)
    {
        All = texts;
        _byPath = texts.ToLookup(text => RelativePath.Clean(text.Path), StringComparer.OrdinalIgnoreCase);
        _byName = texts.ToLookup(text => RelativePath.FileName(text.Path), StringComparer.OrdinalIgnoreCase);
    }

    public ImmutableArray<AdditionalText> All { get; }

    /// <summary>Those whose file has the name, be it written with other capitals.</summary>
    public IEnumerable<AdditionalText> Named(string fileName) => _byName[fileName];

    /// <summary>The text at a path; where none is written just so, the only one that is with other capitals.</summary>
    public AdditionalText? Find(string path)
    {
        var clean = RelativePath.Clean(path);
        var found = _byPath[clean].ToList();
        return found.Find(text => RelativePath.Clean(text.Path) == clean) ?? (found.Count == 1 ? found[0] : null);
    }
}
