using System.Text;

namespace Semel;

/// <summary>
/// Names of folders and files that stand for scopes, models and instances: a readable part, then <c>~</c>, then 130 bits
/// of hash. The hash keeps them apart; the readable part is for people. They are safe on every file system, those that
/// ignore case included.
/// </summary>
internal static class StorageName
{
    private const int MaximumSlugLength = 40;
    private const int HashLength = 26;

    public static string OfScope(string scope) => Name(scope, scope);

    public static string OfModel(string scope, string model) => Name(model, scope, model);

    public static string OfInstance(ResourceKey key) => Name(key.Instance, key.Scope, key.Model, key.Instance);

    private static string Name(string readable, params ReadOnlySpan<string> tuple) =>
        $"{Slug(readable)}~{Base32.Encode(CanonicalTuple.Hash("semel storage name", tuple), HashLength)}";

    private static string Slug(string text)
    {
        var slug = new StringBuilder(MaximumSlugLength);
        foreach (var character in text)
        {
            if (slug.Length == MaximumSlugLength) break;
            var lower = char.IsAsciiLetterUpper(character) ? (char)(character | 0x20) : character;
            if (char.IsAsciiLetterLower(lower) || char.IsAsciiDigit(lower)) slug.Append(lower);
            else if (slug.Length > 0 && slug[^1] is not ('.' or '-')) slug.Append(lower == '.' ? '.' : '-');
        }
        var trimmed = slug.ToString().TrimEnd('.', '-');
        if (trimmed.Length == 0) return "unnamed";
        return IsDeviceOfWindows(trimmed) ? "x-" + trimmed : trimmed;
    }

    /// <summary>CON, NUL, COM1 and their like name devices whatever extension follows.</summary>
    private static bool IsDeviceOfWindows(string slug)
    {
        var name = slug.Split('.')[0];
        return name is "con" or "prn" or "aux" or "nul"
            || (name.Length == 4 && name[..3] is "com" or "lpt" && char.IsAsciiDigit(name[3]));
    }
}
