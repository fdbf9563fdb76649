using System.Globalization;
using System.Text;

namespace Semel.Generator.Emit;

/// <summary>Hint names: unique without regard to case, of characters that the compiler allows.</summary>
internal sealed class HintNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string wanted)
    {
        var name = new StringBuilder(wanted.Length);
        foreach (var c in wanted) name.Append(char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_');
        var candidate = name + ".g.cs";
        for (var number = 2; !_taken.Add(candidate); number++)
            candidate = name + "-" + number.ToString(CultureInfo.InvariantCulture) + ".g.cs";
        return candidate;
    }
}
