namespace Semel.Generator.Documents;

internal static class YamlCharacters
{
    public static bool IsBlank(char character) => character is ' ' or '\t';

    public static bool IsFlowIndicator(char character) => character is ',' or '[' or ']' or '{' or '}';

    /// <summary>What no plain or block scalar may hold.</summary>
    public static bool IsForbidden(char character) =>
        character is (< ' ' and not '\t') or (>= '\x7F' and <= '\x9F' and not '\x85') or '\uFFFE' or '\uFFFF';

    public static void RequireAllowed(char[] chars, int offset)
    {
        if (IsForbidden(chars[offset]))
            throw new SpecSyntaxException(offset, offset + 1, $"Found the control character {SpecCharacter.Show(chars[offset])}; expected it as an escape in double quotes");
    }
}
