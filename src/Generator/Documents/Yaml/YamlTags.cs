namespace Semel.Generator.Documents;

/// <summary>Tags as written → tags of the core schema.</summary>
internal static class YamlTags
{
    private const string Core = "tag:yaml.org,2002:";

    public static YamlTag Parse(YamlSource source, int start, int end)
    {
        var written = source.Text.Slice(start, end);
        if (written == "!") return YamlTag.NonSpecific;
        var full = Expand(source.Directives, written) ?? throw new SpecSyntaxException(start, end, $"The handle of the tag '{written}' is not declared; expected a %TAG line for it");
        return Find(full) ?? throw new SpecSyntaxException(start, end, $"The tag '{written}' is not known; expected one of !!str !!int !!float !!bool !!null !!map !!seq !!binary !!timestamp");
    }

    private static string? Expand(YamlDirectives directives, string written)
    {
        if (written.StartsWith("!<", StringComparison.Ordinal) && written[written.Length - 1] == '>') return written.Substring(2, written.Length - 3);
        var handleEnd = written.IndexOf('!', 1) + 1;
        if (handleEnd == 0) handleEnd = 1;
        var prefix = directives.Prefix(written.Substring(0, handleEnd));
        return prefix is null ? null : prefix + written.Substring(handleEnd);
    }

    private static YamlTag? Find(string tag) => !tag.StartsWith(Core, StringComparison.Ordinal) ? null : tag.Substring(Core.Length) switch
    {
        "str" or "binary" or "timestamp" => YamlTag.String,
        "int" => YamlTag.Integer,
        "float" => YamlTag.Float,
        "bool" => YamlTag.Boolean,
        "null" => YamlTag.Null,
        "map" => YamlTag.Map,
        "seq" => YamlTag.Sequence,
        _ => null,
    };
}
