namespace Semel.Generator.Binding.Inference;

/// <summary>A PUT creates where it answers 201, takes <c>If-None-Match</c>, or is said to create. Others only replace what is there.</summary>
internal static class CreatingPutRule
{
    private const string Precondition = "If-None-Match";

    public static bool Says(Located put, References references) =>
        references.Get(put, "responses")?.Get("201") is not null
        || Takes(put, references)
        || SaysCreate(put);

    /// <summary>Whether an operation is said to create.</summary>
    public static bool SaysCreate(Located operation) =>
        Words.Of(operation.Node.Get("operationId").AsString() ?? "").Any(word => word is "create" or "upsert") || Says(operation, "create", "creates", "upsert", "upserts");

    /// <summary>Whether the summary, or the description's first sentence, has one of the words.</summary>
    public static bool Says(Located operation, params string[] words) =>
        Phrases.HasAny(operation.Node.Get("summary").AsString() + "\n" + FirstSentence(operation.Node.Get("description").AsString() ?? ""), words);

    /// <summary>Whether it can be told to replace nothing: it takes the header, or answers that its condition wasn't met.</summary>
    public static bool CanRefuse(Located put, References references) => Takes(put, references) || references.Get(put, "responses")?.Get("412") is not null;

    /// <summary>What the operation does; the rest may be about other things that are created.</summary>
    private static string FirstSentence(string description)
    {
        var text = description.TrimStart();
        var end = text.IndexOfAny(['.', '\n']);
        return end < 0 ? text : text.Substring(0, end);
    }

    /// <summary>Whether it takes the header.</summary>
    public static bool Takes(Located put, References references) => put.Elements("parameters").Select(references.Resolve).OfType<Located>().Any(parameter =>
        parameter.Node.Get("in").AsString() == "header" && string.Equals(parameter.Node.Get("name").AsString(), Precondition, StringComparison.OrdinalIgnoreCase));
}
