namespace Semel.Generator.Model;

/// <summary>What is known of the create's body, so that two of them, or one and a resource, can be compared.</summary>
/// <param name="Properties">Names, as in the document.</param>
/// <param name="Sets">Paths of lists whose order means nothing.</param>
/// <param name="Maps">Paths of maps.</param>
/// <param name="Enumerations">Paths of texts whose values the document lists.</param>
internal sealed record InputModel(EquatableArray<string> Properties, EquatableArray<string> Sets, EquatableArray<string> Maps, EquatableArray<string> Enumerations);
