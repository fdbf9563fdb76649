using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Generator.Pipeline;

/// <summary>Reads a text once for all declarations that name it. Holds a document no longer than the compiler holds its text.</summary>
internal sealed class DocumentCache
{
    private readonly ConditionalWeakTable<SourceText, Entry> _documents = new();

    public SpecDocument Read(string path, SourceText text, CancellationToken cancellationToken)
    {
        var entry = _documents.GetValue(text, key => new(path, SpecReader.Read(path, key, cancellationToken)));
        return entry.Path == path ? entry.Document : SpecReader.Read(path, text, cancellationToken);
    }

    private sealed class Entry(string path, SpecDocument document)
    {
        public string Path { get; } = path;

        public SpecDocument Document { get; } = document;
    }
}
