using System.Globalization;

namespace Semel.Generator.Documents;

/// <summary>Characters in messages.</summary>
internal static class SpecCharacter
{
    /// <summary>The character itself, or its number where it can't be seen.</summary>
    public static string Show(char character) =>
        char.IsControl(character) || char.IsWhiteSpace(character) && character != ' ' || char.IsSurrogate(character)
            ? "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)
            : character.ToString();
}
