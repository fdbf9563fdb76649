using System.Globalization;

namespace Semel.Generator.Diagnostics;

/// <summary>What follows from one cause is said once, where it stands first, with the number of the others.</summary>
internal static class CommonCauses
{
    public static IEnumerable<DiagnosticInfo> Merge(IEnumerable<DiagnosticInfo> diagnostics) => diagnostics
        .GroupBy(diagnostic => diagnostic.Cause is null ? (object)diagnostic : (diagnostic.Id, diagnostic.Location?.Path, diagnostic.Cause))
        .Select(group => Merge([.. group]));

    private static DiagnosticInfo Merge(List<DiagnosticInfo> same)
    {
        if (same.Count == 1) return same[0];
        var first = same.OrderBy(diagnostic => diagnostic.Location?.Span.Start).First();
        var others = same.Count == 2 ? "one other place" : (same.Count - 1).ToString(CultureInfo.InvariantCulture) + " other places";
        var text = first.Arguments[first.Arguments.Count - 1];
        var arguments = first.Arguments.Take(first.Arguments.Count - 1).Append($"{text}{(text.EndsWith("?", StringComparison.Ordinal) ? " The same is" : "; the same is")} wrong in {others}");
        return first with { Arguments = arguments.ToEquatableArray() };
    }
}
