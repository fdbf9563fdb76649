namespace Semel.Generator.Documents;

/// <summary>Bad syntax. Never leaves the readers: whoever reads a part of the document records it there.</summary>
internal sealed class SpecSyntaxException(int start, int end, string message) : Exception(message)
{
    public int Start { get; } = start;

    public int End { get; } = end;
}
