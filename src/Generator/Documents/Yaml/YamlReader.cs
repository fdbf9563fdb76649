namespace Semel.Generator.Documents;

/// <summary>
/// Reads YAML 1.2 with the core schema, and merge keys. Outside the subset, and an error at its line: a second document, keys that are empty,
/// aliases or collections, and tags other than the core schema's, <c>!!binary</c> and <c>!!timestamp</c> (both read as strings).
/// </summary>
internal static class YamlReader
{
    public static SpecNode Read(SpecText text, CancellationToken cancellationToken)
    {
        var lines = YamlLines.Build(text, cancellationToken);
        try
        {
            var body = YamlBody.Find(text, lines);
            return new YamlSource(text, lines, body).Root;
        }
        catch (SpecSyntaxException error)
        {
            text.Report(error);
            return new UnreadableNode(text, error.Start, error.Start);
        }
    }
}
