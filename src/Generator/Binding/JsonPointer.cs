using System.Globalization;

namespace Semel.Generator.Binding;

/// <summary>JSON pointers as URI fragments (RFC 6901): <c>#/paths/~1v2~1vpcs</c>.</summary>
internal static class JsonPointer
{
    public static string Escape(string token) => token.Replace("~", "~0").Replace("/", "~1");

    public static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The tokens of a pointer, or null where it is none.</summary>
    public static IReadOnlyList<string>? Tokens(string fragment)
    {
        if (fragment == "#") return [];
        if (!fragment.StartsWith("#/", StringComparison.Ordinal)) return null;
        return [.. fragment.Substring(2).Split('/').Select(Unescape)];
    }

    private static string Unescape(string token) => Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~");
}
