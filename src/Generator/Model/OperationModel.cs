namespace Semel.Generator.Model;

/// <summary>The part an operation plays for the resource.</summary>
internal enum OperationKind { Create, Read, List, Update, Delete, Other }

/// <summary>One operation at or under the declared path.</summary>
/// <param name="Kind">Its part. At most one each, but for <see cref="OperationKind.Other"/>; a second update (PATCH beside PUT) is Other.</param>
/// <param name="Name">The wanted method name without <c>Async</c>: <c>Create</c>, <c>Get</c>, <c>List</c>, <c>Update</c>, <c>Delete</c>, <c>ListSnapshots</c>.</param>
/// <param name="Method">Upper case: <c>GET</c>.</param>
/// <param name="Path">The template: <c>/v2/droplets/{droplet_id}</c>.</param>
/// <param name="Parameters">Path parameters in template order, then query, then header parameters.</param>
/// <param name="Body">The JSON request body, or null.</param>
/// <param name="Response">The JSON body of the success reply, or null where it has none. For create, read and update: the resource itself
/// (inside <paramref name="ResponseEnvelope"/>); for list: one item.</param>
/// <param name="ResponseEnvelope">Property path of the success reply that holds <paramref name="Response"/>: <c>droplet</c>; for a list, of the
/// array: <c>droplets</c>; null where the reply itself is it.</param>
/// <param name="Paging">For a list that comes in pages, the resource's or another: <paramref name="Response"/> is an item.</param>
internal sealed record OperationModel(
    OperationKind Kind, string Name, string Method, string Path,
    EquatableArray<ParameterModel> Parameters,
    TypeReference? Body, bool BodyRequired,
    TypeReference? Response, string? ResponseEnvelope,
    PagingModel? Paging,
    bool Deprecated, string? Summary, string? Description)
{
    /// <summary>How the body is written; null: as <c>application/json</c>, or there is none.</summary>
    public RequestContent? Content { get; init; }

    /// <summary>How the reply is read; null: as JSON that is always there, or there is none.</summary>
    public ReplyContent? Reply { get; init; }

    /// <summary>Property paths of the body that errors must not show, where the operation is no resource's.</summary>
    public EquatableArray<string> Secrets { get; init; } = [];

    /// <summary>The server that it names for itself and is sent to; null: the document's.</summary>
    public ServerModel? Server { get; init; }

    /// <summary>The models of its errors.</summary>
    public EquatableArray<ErrorReply> Errors { get; init; } = [];
}

