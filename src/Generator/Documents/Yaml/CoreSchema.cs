namespace Semel.Generator.Documents;

/// <summary>What plain scalars mean: the core schema of YAML 1.2.2, chapter 10.3.</summary>
internal static class CoreSchema
{
    /// <summary>The kind of a scalar, or null when the tag forbids it.</summary>
    public static NodeKind? Resolve(YamlTag tag, string text) => tag switch
    {
        YamlTag.None => Resolve(text),
        YamlTag.String or YamlTag.NonSpecific => NodeKind.String,
        YamlTag.Integer => IsInteger(text) ? NodeKind.Number : null,
        YamlTag.Float => IsInteger(text) || IsFloat(text) ? NodeKind.Number : null,
        YamlTag.Boolean => IsBoolean(text) ? NodeKind.Boolean : null,
        YamlTag.Null => IsNull(text) ? NodeKind.Null : null,
        YamlTag.Map or YamlTag.Sequence => null,
    };

    public static NodeKind Resolve(string text)
    {
        if (IsNull(text)) return NodeKind.Null;
        if (IsBoolean(text)) return NodeKind.Boolean;
        return text[0] is (>= '0' and <= '9') or '-' or '+' or '.' && (IsInteger(text) || IsFloat(text)) ? NodeKind.Number : NodeKind.String;
    }

    private static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    private static bool IsBoolean(string text) => text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE";

    private static bool IsInteger(string text)
    {
        if (text.StartsWith("0o", StringComparison.Ordinal)) return text.Length > 2 && text.Skip(2).All(c => c is >= '0' and <= '7');
        if (text.StartsWith("0x", StringComparison.Ordinal)) return text.Length > 2 && text.Skip(2).All(IsHexDigit);
        var start = SkipSign(text, 0);
        return start < text.Length && SkipDigits(text, start) == text.Length;
    }

    private static bool IsFloat(string text)
    {
        var i = SkipSign(text, 0);
        if (text.Substring(i) is ".inf" or ".Inf" or ".INF") return true;
        if (text is ".nan" or ".NaN" or ".NAN") return true;
        var whole = SkipDigits(text, i);
        var hasWhole = whole > i;
        i = whole;
        if (i < text.Length && text[i] == '.')
        {
            var fraction = SkipDigits(text, i + 1);
            if (!hasWhole && fraction == i + 1) return false;
            i = fraction;
        }
        else if (!hasWhole)
        {
            return false;
        }

        return i == text.Length || IsExponent(text, i);
    }

    private static bool IsExponent(string text, int start)
    {
        if (text[start] is not ('e' or 'E')) return false;
        var digits = SkipSign(text, start + 1);
        return digits < text.Length && SkipDigits(text, digits) == text.Length;
    }

    private static int SkipSign(string text, int start) => start < text.Length && text[start] is '+' or '-' ? start + 1 : start;

    private static int SkipDigits(string text, int start)
    {
        while (start < text.Length && text[start] is >= '0' and <= '9') start++;
        return start;
    }

    private static bool IsHexDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
