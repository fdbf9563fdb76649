using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>
/// How long a key is remembered: as the key's own description says, else the operation's, else what the document says of idempotency
/// in general. There a sentence has to be about keys, in a section about idempotency. Of several durations the shortest is safe.
/// </summary>
internal sealed class KeyWindowRule(BindingContext context)
{
    private static readonly string[] ForEver = ["never expire", "never expires", "forever", "for ever", "indefinitely"];
    private static readonly string[] OfKeys = ["key", "keys", "token", "tokens"];
    private static readonly string[] SentenceEnds = [". ", ".\n", "! ", "\n\n"];

    /// <summary>Null where nothing is said; <see cref="TimeSpan.MaxValue"/> is for ever.</summary>
    public TimeSpan? Find(KeyCandidate key, SpecOperation create) =>
        Said(key.Prose)
        ?? Sections(create.Place.Node.Get("description").AsString(), key.Name)
        ?? Sections(context.Document.Root.Get("info").Get("description").AsString(), key.Name);

    private static TimeSpan? Sections(string? text, string name)
    {
        if (text is null) return null;
        var sections = text.Replace("\r\n", "\n").Split(["\n#"], StringSplitOptions.None).Where(section => IsAbout(section, name));
        var sentences = sections.SelectMany(section => section.Split(SentenceEnds, StringSplitOptions.None))
            .Where(sentence => IsAbout(sentence, name) || Phrases.HasAny(sentence, OfKeys));
        return Said(string.Join(".\n", sentences));
    }

    private static bool IsAbout(string text, string name) =>
        text.IndexOf("idempoten", StringComparison.OrdinalIgnoreCase) >= 0 || Phrases.HasAny(text, name);

    private static TimeSpan? Said(string text) =>
        Durations.Shortest(text) ?? (Phrases.HasAny(text, ForEver) ? TimeSpan.MaxValue : null);
}
