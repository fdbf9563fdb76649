using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Some APIs let the client give a resource an id of its own beside the server's: a <c>uid</c>, or what is called an
/// optional unique identifier. It is unique, and a name need not be.
/// </summary>
internal static class ClientIdRule
{
    private static readonly string[] Names = ["uid"];
    private static readonly string[] Claims = ["optional unique identifier", "your own identifier", "client-supplied identifier", "client-provided identifier"];

    /// <param name="texts">The texts of the request.</param>
    public static string? Find(IReadOnlyList<(string Name, Schema Schema)> texts) =>
        texts.FirstOrDefault(text => Names.Contains(Words.Flat(text.Name))).Name
        ?? texts.FirstOrDefault(text => IdRule.IsCalledId(text.Name) && Phrases.HasAny(text.Schema.Prose, Claims)).Name;
}
