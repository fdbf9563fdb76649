using System.Globalization;
using System.Text;

namespace Semel.Generator.Emit;

/// <summary>C# names for the known values of an enum: <c>in-progress</c> becomes <c>InProgress</c>, <c>+1</c> <c>Plus1</c>.</summary>
internal static class EnumMemberNames
{
    /// <summary>The name wanted for a value; it may still collide with another one.</summary>
    public static string Wanted(string value)
    {
        if (value.Length == 0) return "Empty";
        var name = Binding.Words.Sign(value) + Words(value);
        if (name.Length == 0) name = string.Concat(value.Select(Symbol));
        return char.IsDigit(name[0]) ? "_" + name : name;
    }

    /// <summary>The name with every symbol spelled out, for a value whose name another one keeps.</summary>
    public static string Spelled(string value)
    {
        const int longest = 60;
        var name = string.Concat(Sections(value).Select(section => char.IsLetterOrDigit(section[0])
            ? char.ToUpperInvariant(section[0]) + section.Substring(1)
            : string.Concat(section.Select(Symbol))));
        return name.Length is 0 or > longest ? Wanted(value) : char.IsDigit(name[0]) ? "_" + name : name;
    }

    private static IEnumerable<string> Sections(string value)
    {
        var start = 0;
        for (var i = 1; i <= value.Length; i++)
        {
            if (i < value.Length && char.IsLetterOrDigit(value[i]) == char.IsLetterOrDigit(value[start])) continue;
            yield return value.Substring(start, i - start);
            start = i;
        }
    }

    private static string Words(string value)
    {
        var shouting = !value.Any(char.IsLower);
        var name = new StringBuilder(value.Length);
        var atStart = true;
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c))
            {
                atStart = true;
                continue;
            }

            var betweenNumbers = atStart && name.Length > 0 && char.IsDigit(c) && char.IsDigit(name[name.Length - 1]);
            if (betweenNumbers) name.Append('_');
            name.Append(atStart ? char.ToUpperInvariant(c) : shouting ? char.ToLowerInvariant(c) : c);
            atStart = false;
        }

        return name.ToString();
    }

    private static string Symbol(char c) => c switch
    {
        '+' => "Plus",
        '-' => "Minus",
        '*' => "Asterisk",
        '/' => "Slash",
        '=' => "Equal",
        '<' => "Less",
        '>' => "Greater",
        '!' => "Not",
        '.' => "Dot",
        '_' => "Underscore",
        ' ' => "Space",
        '%' => "Percent",
        '&' => "And",
        '|' => "Or",
        '#' => "Hash",
        '$' => "Dollar",
        '@' => "At",
        '~' => "Tilde",
        '?' => "Question",
        _ => "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
    };
}
