using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Corpus.Tests.Models;

/// <summary>A file that is read when it is first opened, once.</summary>
internal sealed class FileText(string path) : AdditionalText
{
    private readonly Lazy<SourceText> _text = new(() => SourceText.From(File.ReadAllText(path)));

    public override string Path => path;

    public bool IsOpened => _text.IsValueCreated;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text.Value;
}
