using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding;

/// <summary>A part of a document, and what was found wrong while it was read.</summary>
internal sealed class Noted<T>(T value, IReadOnlyList<DiagnosticInfo> problems)
{
    public IReadOnlyList<DiagnosticInfo> Problems { get; } = problems;

    /// <summary>The part, for one who is told what is wrong in it.</summary>
    public T TellTo(DiagnosticBag diagnostics)
    {
        foreach (var problem in Problems) diagnostics.Add(problem);
        return value;
    }
}
