using Microsoft.CodeAnalysis.Text;

namespace Semel.Generator.Documents;

/// <summary>Text → document.</summary>
internal static class SpecReader
{
    /// <summary>
    /// Reads <c>.json</c> as JSON and <c>.yaml</c> or <c>.yml</c> as YAML; what begins with <c>{</c> or <c>[</c> is JSON whatever its name.
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
        var chars = text.Chars;
        for (var i = text.Begin; i < chars.Length; i++)
        {
            if (chars[i] is not (' ' or '\t' or '\r' or '\n')) return chars[i] is '{' or '[';
        }

        return false;
    }
}
