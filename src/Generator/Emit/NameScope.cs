using System.Globalization;

namespace Semel.Generator.Emit;

/// <summary>Hands out names that are unique among each other. First come, first served, so callers ask in a stable order.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _reserved = new(reserved, StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The wanted name; with <c>Value</c> behind it where it is reserved, with a number where it is taken.</summary>
    public string Take(string wanted, string suffix = "")
    {
        var name = Literals.CleanIdentifier(wanted);
        if (_reserved.Contains(name + suffix)) name += "Value";
        var candidate = name + suffix;
        for (var number = 2; _reserved.Contains(candidate) || !_taken.Add(candidate); number++)
            candidate = name + number.ToString(CultureInfo.InvariantCulture) + suffix;
        return candidate;
    }
}
