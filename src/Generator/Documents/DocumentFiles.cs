using Semel.Generator.Diagnostics;

namespace Semel.Generator.Documents;

/// <summary>Opens a file by its path relative to the declared document's folder; or else says why it can't.</summary>
internal delegate SpecDocument? OpenFile(string file, out string? problem);

/// <summary>
/// The documents of one binding: the declared one, whose name here is empty, and those that its references name, each opened when a
/// reference first leads into it.
/// </summary>
internal sealed class DocumentFiles(SpecDocument root, OpenFile open)
{
    private readonly SortedDictionary<string, (SpecDocument? Document, string? Problem)> _opened = new(StringComparer.Ordinal);

    /// <summary>A document that is alone.</summary>
    public DocumentFiles(SpecDocument root) : this(root, NotThere)
    {
    }

    public SpecDocument Root { get; } = root;

    /// <summary>Bad syntax met so far, file by file. Ask again after reading.</summary>
    public IReadOnlyList<DiagnosticInfo> Errors => [.. Root.Errors, .. _opened.Values.SelectMany(file => file.Document?.Errors ?? [])];

    /// <summary>The name of the file that a reference in <paramref name="file"/> leads to.</summary>
    public string Name(string file, string reference)
    {
        var name = RelativePath.Combine(file, reference);
        return name == RelativePath.FileName(Root.Path) ? "" : name;
    }

    /// <summary>Null where the file cannot be opened, which <paramref name="problem"/> explains.</summary>
    public SpecDocument? Open(string file, out string? problem)
    {
        problem = null;
        if (file.Length == 0) return Root;
        if (!_opened.TryGetValue(file, out var opened)) _opened[file] = opened = (open(file, out var found), found);
        problem = opened.Problem;
        return opened.Document;
    }

    private static SpecDocument? NotThere(string file, out string? problem)
    {
        problem = $"'{file}' is not among this project's AdditionalFiles";
        return null;
    }
}
