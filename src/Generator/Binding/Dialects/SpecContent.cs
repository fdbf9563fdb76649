namespace Semel.Generator.Binding.Dialects;

/// <summary>The body of a request or a reply.</summary>
/// <param name="Json">Where its JSON is described; null where it has none.</param>
/// <param name="Schema">The JSON's schema, where one is given.</param>
/// <param name="Others">The media types that are no JSON.</param>
internal sealed record SpecContent(Located? Json, Located? Schema, IReadOnlyList<string> Others);
