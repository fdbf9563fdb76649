using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>The part that an operation plays for the resource, and what follows from it.</summary>
/// <param name="TypeName">What the names of its inline schemas begin with.</param>
internal sealed record OperationPart(OperationKind Kind, string Name, string TypeName)
{
    /// <summary>The request, where it is another one than the document gives.</summary>
    public Schema? Body { get; init; }

    /// <summary>Whether <see cref="Reply"/> says what the reply is; else it is what the document says.</summary>
    public bool IsReplyKnown { get; init; }

    public TypeReference? Reply { get; init; }

    public string? Envelope { get; init; }

    public PagingModel? Paging { get; init; }
}
