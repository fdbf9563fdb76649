using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Corpus.Tests.Models;

/// <summary>A document that is read once.</summary>
internal sealed class MemoryText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
