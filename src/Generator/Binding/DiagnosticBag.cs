using Microsoft.CodeAnalysis;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding;

/// <summary>The diagnostics of one binding, each once, in the order in which they were found.</summary>
internal sealed class DiagnosticBag
{
    private readonly HashSet<DiagnosticInfo> _seen = [];
    private readonly List<DiagnosticInfo> _all = [];

    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments) =>
        Add(DiagnosticInfo.Create(descriptor.Id, location, arguments));

    public void Add(DiagnosticInfo diagnostic)
    {
        if (!_seen.Add(diagnostic)) return;
        _all.Add(diagnostic);
        HasErrors |= DiagnosticCatalogue.Get(diagnostic.Id).DefaultSeverity == DiagnosticSeverity.Error;
    }

    public EquatableArray<DiagnosticInfo> ToArray() => _all.ToEquatableArray();
}
