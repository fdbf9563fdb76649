using System.Globalization;

namespace Semel.Generator.Emit;

/// <summary>Eight hexadecimal digits of a text, the same in every process (FNV-1a): no secret depends on it.</summary>
internal static class StableHash
{
    public static string Of(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ (c & 0xFFu)) * 16777619);
            hash = unchecked((hash ^ ((uint)c >> 8)) * 16777619);
        }

        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
