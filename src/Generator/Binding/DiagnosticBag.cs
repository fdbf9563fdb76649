using Microsoft.CodeAnalysis;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding;

/// <summary>The diagnostics of one binding, each once, in the order in which they were found.</summary>
internal sealed class DiagnosticBag
{
    private readonly HashSet<DiagnosticInfo> _seen = [];
    private readonly List<DiagnosticInfo> _all = [];
    private readonly List<DiagnosticInfo> _noted = [];
    private int _noting;

    public bool HasErrors { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments) =>
        Add(DiagnosticInfo.Create(descriptor.Id, location, arguments));

    public void Add(DiagnosticInfo diagnostic)
    {
        if (_noting > 0) _noted.Add(diagnostic);
        if (!_seen.Add(diagnostic)) return;
        _all.Add(diagnostic);
        HasErrors |= DiagnosticCatalogue.Get(diagnostic.Id).DefaultSeverity == DiagnosticSeverity.Error;
    }

    /// <summary>From here to <see cref="Noted{T}"/>, what is found wrong is noted, also what is known already.</summary>
    /// <returns>For <see cref="Noted{T}"/>; one may be begun inside another.</returns>
    public int Note()
    {
        _noting++;
        return _noted.Count;
    }

    public Noted<T> Noted<T>(T value, int begun)
    {
        IReadOnlyList<DiagnosticInfo> problems = _noted.Count == begun ? [] : _noted.GetRange(begun, _noted.Count - begun);
        if (--_noting == 0) _noted.Clear();
        return new(value, problems);
    }

    public EquatableArray<DiagnosticInfo> ToArray() => _all.ToEquatableArray();
}
