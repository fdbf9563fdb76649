using Microsoft.CodeAnalysis.Text;

namespace Semel.Generator.Documents;

/// <summary>Text → document.</summary>
internal static class SpecReader
{
    /// <summary>
    /// Reads <c>.json</c> as JSON and <c>.yaml</c> or <c>.yml</c> as YAML; what begins like an object or an array of JSON is JSON whatever its
    /// name. YAML may begin so too: <c>{openapi: 3.1.0, …}</c>.
    /// </summary>
    public static SpecDocument Read(string path, SourceText text, CancellationToken cancellationToken)
    {
        var spec = new SpecText(path, text);
        var root = IsJson(spec) ? JsonReader.Read(spec, cancellationToken) : YamlReader.Read(spec, cancellationToken);
        return new SpecDocument(spec, root);
    }

    private static bool IsJson(SpecText text)
    {
        if (text.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return true;
        var first = Skip(text, text.Begin);
        return At(text, first) switch
        {
            '{' => At(text, Skip(text, first + 1)) is '"' or '}' or null,
            '[' => true,
            _ => false,
        };
    }

    private static char? At(SpecText text, int position) => position < text.Chars.Length ? text.Chars[position] : null;

    private static int Skip(SpecText text, int position)
    {
        while (At(text, position) is ' ' or '\t' or '\r' or '\n') position++;
        return position;
    }
}
