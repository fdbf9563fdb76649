using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>The operations that are the resource's own, and where their replies hold it.</summary>
internal sealed record ResourceOperations(SpecOperation Create)
{
    /// <summary>The create's request; a schema of nothing where it has no body.</summary>
    public required Schema Request { get; init; }

    public required Holder CreateReply { get; init; }

    /// <summary>Whether the create answers with the resource itself, not with its id alone, with an operation or with nothing.</summary>
    public bool ReplyIsResource { get; init; } = true;

    /// <summary>False where the document forgot the id in the create's reply: it is called as in the read's.</summary>
    public bool IsReplyDescribed { get; init; } = true;

    /// <summary>Whether the document says that the create's reply has a <c>Location</c>.</summary>
    public bool SaysLocation { get; init; }

    /// <summary>Whether no reply shows the resource: not the create's, and not the read's.</summary>
    public bool IsUndescribed { get; init; }

    /// <summary>Whether the create makes several at once: it answers with a list of them.</summary>
    public bool IsBulk { get; init; }

    /// <summary>Whether the create's reply is the id and nothing around it.</summary>
    public bool ReplyIsId { get; init; }

    /// <summary>Whether the create answers with a list of the one resource.</summary>
    public bool ReplyIsList { get; init; }

    /// <summary>Whether the request says the id of what lives elsewhere.</summary>
    public bool Attaches { get; init; }

    /// <summary>What the create's reply shows; null where it isn't described.</summary>
    public Schema? Shows { get; init; }

    /// <summary>How a create that is answered with 202 is followed; null where there is none.</summary>
    public LongRunningModel? Operation { get; init; }

    /// <summary>The property of the request that says the id of a member; null where the create's reply does.</summary>
    public string? IdInRequest { get; init; }

    /// <summary>Property path in the create's reply of the resource's id, where that reply is something else; else null.</summary>
    public string? IdBesideResource { get; init; }

    public (string Path, string Parameter)? Item { get; init; }
    public SpecOperation? Read { get; init; }
    public Holder? ReadReply { get; init; }

    /// <summary>All of the read's reply: the resource and what stands beside it.</summary>
    public Schema? ReadShows { get; init; }

    public SpecOperation? List { get; init; }
    public Holder? ListReply { get; init; }

    /// <summary>How the list comes in pages; null where it comes whole.</summary>
    public PagingModel? Paging { get; init; }

    /// <summary>Why the list can't be read to its end, or null.</summary>
    public string? ListProblem { get; init; }

    public SpecOperation? Update { get; init; }

    /// <summary>Null where the update's reply doesn't show the resource.</summary>
    public Holder? UpdateReply { get; init; }

    public SpecOperation? Delete { get; init; }

    /// <summary>The resource as the read, or else a list that can be read to its end, shows it; null where neither is there.</summary>
    public Schema? Shown => (ReadReply ?? (ListProblem is null ? ListReply : null))?.Resource;

    /// <summary>The resource in each reply that holds it, the read's first.</summary>
    public IEnumerable<Schema> Replies =>
        new[] { ReadReply, ReplyIsResource ? CreateReply : null, ListReply, UpdateReply }.OfType<Holder>().Select(holder => holder.Resource);

    public IEnumerable<SpecOperation> All => new[] { Create, Read, List, Update, Delete }.OfType<SpecOperation>();
}

/// <summary>Where a reply holds the resource.</summary>
internal sealed record Holder(Schema Resource, string? Path);
