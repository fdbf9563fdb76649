using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Generator.Tests.Pipeline;

/// <summary>A document in memory that counts how often it is opened.</summary>
internal sealed class MemoryText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public int Opened { get; private set; }

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        Opened++;
        return _text;
    }
}
