using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Generator.Tests.BadInput;

/// <summary>What the compiler gives for a file that is missing, binary or not readable.</summary>
internal sealed class UnopenableText(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
}
