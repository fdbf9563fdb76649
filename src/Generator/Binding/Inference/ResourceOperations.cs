using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>The operations that are the resource's own, and where their replies hold it.</summary>
internal sealed record ResourceOperations(SpecOperation Create)
{
    /// <summary>The create's request; a schema of nothing where it has no body.</summary>
    public required Schema Request { get; init; }

    public required Holder CreateReply { get; init; }
    public (string Path, string Parameter)? Item { get; init; }
    public SpecOperation? Read { get; init; }
    public Holder? ReadReply { get; init; }
    public SpecOperation? List { get; init; }
    public Holder? ListReply { get; init; }
    public SpecOperation? Update { get; init; }

    /// <summary>Null where the update's reply doesn't show the resource.</summary>
    public Holder? UpdateReply { get; init; }

    public SpecOperation? Delete { get; init; }

    public IEnumerable<SpecOperation> All => new[] { Create, Read, List, Update, Delete }.OfType<SpecOperation>();
}

/// <summary>Where a reply holds the resource.</summary>
internal sealed record Holder(Schema Resource, string? Path);
