using Semel.Generator.Binding.Schemas;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Keys;

/// <summary>A parameter or a property of the body that may take an idempotency key.</summary>
/// <param name="Name">As the document spells it.</param>
/// <param name="Schema">What it may be; null where the document doesn't say.</param>
/// <param name="Nodes">Where its pattern and its examples stand.</param>
/// <param name="Prose">What is said of it.</param>
internal sealed record KeyCandidate(KeyPlace Place, string Name, Schema? Schema, IReadOnlyList<SpecNode> Nodes, string Prose)
{
    public bool IsText => Schema is null || Schema.Kind == SchemaKind.Any || Schema.IsFreeText;

    /// <summary>The values of a keyword that its places give.</summary>
    public IEnumerable<SpecNode> Values(string keyword) => Nodes.Select(node => node.Get(keyword)).OfType<SpecNode>();
}
