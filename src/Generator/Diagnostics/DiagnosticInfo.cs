using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Generator.Diagnostics;

/// <summary>Where something stands, without a syntax tree: a file, a span and its lines (zero-based).</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

/// <summary>A diagnostic as data, so that it can be cached. <paramref name="Id"/> names a descriptor of <see cref="DiagnosticCatalogue"/>.</summary>
internal sealed record DiagnosticInfo(string Id, LocationInfo? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(string id, LocationInfo? location, params string[] arguments) =>
        new(id, location, arguments.ToEquatableArray());

    /// <summary>What others in the document follow from as well; null: nothing.</summary>
    public string? Cause { get; init; }

    public bool IsError => DiagnosticCatalogue.Get(Id).DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>The id and the filled-in message.</summary>
    public string Message => $"{Id}: {Text}";

    /// <summary>The filled-in message.</summary>
    public string Text => ToDiagnostic().GetMessage(CultureInfo.InvariantCulture);

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(DiagnosticCatalogue.Get(Id), Location?.ToLocation(), [.. Arguments]);
}
