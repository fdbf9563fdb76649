using System.Text.Json.Nodes;

namespace Semel;

/// <summary>What an API says about an error: RFC 9457 <c>detail</c> and <c>title</c>, or what else APIs use. For people only; nothing is decided by it.</summary>
internal static class ProblemText
{
    public const int MaximumLength = 500;

    private static readonly string[] Paths = ["detail", "title", "message", "error.message", "error"];

    public static string? Of(JsonNode? body, SecretScrubber secrets)
    {
        foreach (var path in Paths)
        {
            if (JsonLiteral.TryGetText(JsonPathAccess.Read(body, path), out var text) && !string.IsNullOrWhiteSpace(text))
                return OneLine(secrets.Scrub(text));
        }

        return null;
    }

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)).Trim();
        return line.Length <= MaximumLength ? line : line[..(MaximumLength - 1)] + "…";
    }
}
