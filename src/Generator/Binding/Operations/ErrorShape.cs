using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>What stands at the place of an error's schema.</summary>
/// <param name="Types">Of a schema that stands inline: it and all that it reaches; null where the schema has a name.</param>
internal sealed record ErrorShape(TypeReference Error, IReadOnlyList<TypeModel>? Types);
