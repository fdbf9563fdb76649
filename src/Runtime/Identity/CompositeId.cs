namespace Semel;

/// <summary>The id of a resource whose path takes several parameters, as one text: <c>www/AAAA</c> of the name and the type of a set of records.</summary>
/// <remarks>Each part is escaped as in a path and a <c>/</c> stands between them, so that no two ids share a text.</remarks>
public static class CompositeId
{
    /// <summary>The id of these parts, in the order of the path's parameters.</summary>
    /// <exception cref="ArgumentException">A part is empty, <c>.</c> or <c>..</c>: no path could take it.</exception>
    public static string Of(params IReadOnlyList<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return string.Join('/', parts.Select((part, index) => PathTemplate.Escape(new PathArgument($"part {index + 1} of the id", part))));
    }

    /// <summary>The id of these parts; null where a path couldn't take one of them.</summary>
    internal static string? TryOf(IReadOnlyList<string> parts) => parts.Any(part => part is "" or "." or "..") ? null : Of(parts);

    /// <summary>The parts of an id.</summary>
    internal static IReadOnlyList<string> PartsOf(string id) => [.. id.Split('/').Select(Uri.UnescapeDataString)];
}
