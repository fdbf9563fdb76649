using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Semel.Testing.Rules;

internal sealed class TextRule : ValueRule
{
    public int MinimumLength { get; init; }

    public int MaximumLength { get; init; } = int.MaxValue;

    public string? Pattern { get; init; }

    public override string? Problem(JsonNode value, string path, IReferences references)
    {
        if (value.GetValueKind() != JsonValueKind.String) return $"{path} must be a string.";
        string text = (string)value!;
        if (text.Length < MinimumLength) return $"{path} must have at least {MinimumLength} characters.";
        if (text.Length > MaximumLength) return $"{path} must have at most {MaximumLength} characters.";
        return Pattern is null || Regex.IsMatch(text, Pattern, RegexOptions.CultureInvariant) ? null : $"{path} must match {Pattern}.";
    }
}
