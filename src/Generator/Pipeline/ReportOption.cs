using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Generator.Pipeline;

/// <summary>Whether the project asks for a report of what was inferred: its property <c>SemelReport</c> is set.</summary>
internal static class ReportOption
{
    private const string Property = "build_property.SemelReport";

    public static bool IsSet(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Property, out var value) && value.Trim().Length > 0 && !string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);
}
