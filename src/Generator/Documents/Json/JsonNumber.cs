namespace Semel.Generator.Documents;

/// <summary>The grammar of a JSON number.</summary>
internal static class JsonNumber
{
    /// <summary>Offset behind the number at <paramref name="start"/>.</summary>
    public static int Skip(SpecText text, int start)
    {
        var i = start;
        if (At(text, i) == '-') i++;
        i = At(text, i) == '0' ? i + 1 : SkipDigits(text, i);
        if (At(text, i) == '.') i = SkipDigits(text, i + 1);
        if (At(text, i) is 'e' or 'E')
        {
            i++;
            if (At(text, i) is '+' or '-') i++;
            i = SkipDigits(text, i);
        }

        return i;
    }

    private static int SkipDigits(SpecText text, int start)
    {
        var i = start;
        while (At(text, i) is >= '0' and <= '9') i++;
        if (i == start) throw new SpecSyntaxException(i, i + 1, "A number is not complete; expected a digit");
        return i;
    }

    private static char At(SpecText text, int offset) => offset < text.Length ? text.Chars[offset] : '\0';
}
