using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>
/// How a key is written. Ours is the text of a UUID; where the document asks for version 4 (as AIP-155 does) it is one, and where it
/// quotes its example or names structured fields (RFC 8941, RFC 9651) the key is quoted.
/// </summary>
internal static class KeyShapeRule
{
    private static readonly string[] Uuid4 = ["uuid v4", "uuidv4", "uuid4", "uuids v4", "v4 uuid", "v4 uuids", "version 4 uuid", "uuid version 4", "uuid of version 4", "aip-155"];
    private static readonly string[] Structured = ["rfc 8941", "rfc8941", "rfc 9651", "rfc9651", "structured field", "structured fields", "structured header", "structured headers", "sf-string"];

    public static KeyShape Of(KeyCandidate candidate)
    {
        if (candidate.Place == KeyPlace.Header && (Phrases.HasAny(candidate.Prose, Structured) || Examples(candidate).Any(IsQuoted))) return KeyShape.StructuredString;
        return Phrases.HasAny(candidate.Prose, Uuid4) ? KeyShape.Uuid4 : KeyShape.Text;
    }

    private static IEnumerable<string> Examples(KeyCandidate candidate) =>
        candidate.Values("example").Concat(candidate.Values("x-example"))
            .Concat(candidate.Values("examples").SelectMany(examples => examples.Elements().Concat(examples.Members().Select(entry => entry.Value.Get("value")).OfType<SpecNode>())))
            .Select(node => node.AsString()).OfType<string>();

    private static bool IsQuoted(string example) =>
        example.Length > 2 && example[0] == '"' && example[example.Length - 1] == '"';
}
