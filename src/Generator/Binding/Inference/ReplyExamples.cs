using Semel.Generator.Binding.Operations;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Inference;

/// <summary>The examples of an operation's successes: all that some documents say of a reply.</summary>
internal static class ReplyExamples
{
    /// <summary>Names of the properties that they show, each once, the first example's first. An example that can't be read is nobody's concern.</summary>
    public static IEnumerable<string> Names(Located operation, References references) => Of(operation, new References(references.Reading, new DiagnosticBag())).SelectMany(example => example.Members()).Select(entry => entry.Key).Distinct(StringComparer.Ordinal);

    private static IEnumerable<SpecNode?> Of(Located operation, References references)
    {
        foreach (var (_, success) in ReplyReader.Successes(references.Get(operation, "responses")))
        {
            if (references.Resolve(success) is not { } reply) continue;
            // 2.0: by media type
            foreach (var example in reply.Node.Get("examples").Members()) yield return example.Value;
            if (references.Get(reply, "content") is not { } content) continue;
            foreach (var type in content.Node.Members())
            {
                if (references.Resolve(content.Under(type.Key, type.Value)) is not { } media) continue;
                yield return media.Node.Get("example");
                if (references.Get(media, "examples") is not { } named) continue;
                foreach (var example in named.Node.Members()) yield return references.Resolve(named.Under(example.Key, example.Value))?.Node.Get("value");
            }
        }
    }
}
