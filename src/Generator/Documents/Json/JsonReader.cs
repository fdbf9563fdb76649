namespace Semel.Generator.Documents;

/// <summary>Reads JSON (RFC 8259).</summary>
internal static class JsonReader
{
    public static SpecNode Read(SpecText text, CancellationToken cancellationToken)
    {
        try
        {
            var index = JsonIndex.Build(text, cancellationToken);
            var cursor = new JsonCursor(text, index, text.Begin, 0);
            var root = cursor.ReadValue();
            cursor.SkipWhitespace();
            if (cursor.Position < text.Length) throw cursor.Unexpected("the end of the document");
            return root;
        }
        catch (SpecSyntaxException error)
        {
            text.Report(error);
            return new UnreadableNode(text, Math.Min(error.Start, text.Length), Math.Min(error.Start, text.Length));
        }
    }
}
