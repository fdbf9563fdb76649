using System.Globalization;

namespace Semel.Generator.Binding;

/// <summary>JSON pointers as URI fragments (RFC 6901): <c>#/paths/~1v2~1vpcs</c>; in front of one its file may stand.</summary>
internal static class JsonPointer
{
    public static string Escape(string token) => token.IndexOf('/') < 0 && token.IndexOf('~') < 0 ? token : token.Replace("~", "~0").Replace("/", "~1");

    public static string Index(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>A file's name as it stands in front of a pointer.</summary>
    public static string File(string name) => name.Replace("%", "%25").Replace("#", "%23");

    /// <summary>The file in front of a pointer, if any, and the pointer.</summary>
    public static (string File, string Fragment) Split(string reference)
    {
        var at = reference.IndexOf('#');
        return at < 0 ? (Uri.UnescapeDataString(reference), "#") : (Uri.UnescapeDataString(reference.Substring(0, at)), reference.Substring(at));
    }

    /// <summary>The tokens of a pointer, or null where it is none.</summary>
    public static IReadOnlyList<string>? Tokens(string fragment)
    {
        if (fragment == "#") return [];
        if (!fragment.StartsWith("#/", StringComparison.Ordinal)) return null;
        return [.. fragment.Substring(2).Split('/').Select(Unescape)];
    }

    private static string Unescape(string token) => Uri.UnescapeDataString(token).Replace("~1", "/").Replace("~0", "~");
}
