namespace Semel.Generator.Model;

/// <summary>How a body is written or read.</summary>
internal enum ContentKind
{
    Json,
    /// <summary><c>application/x-www-form-urlencoded</c></summary>
    Form,
    /// <summary><c>multipart/form-data</c></summary>
    Multipart,
    Text,
    Stream,
}

/// <summary>A request's body that isn't <c>application/json</c>.</summary>
/// <param name="MediaType">As in the document.</param>
internal sealed record RequestContent(ContentKind Kind, string MediaType)
{
    /// <summary>Of a form, the fields that are not written as usual.</summary>
    public EquatableArray<FieldModel> Fields { get; init; } = [];

    /// <summary>Of a form in parts.</summary>
    public EquatableArray<FileModel> Files { get; init; } = [];
}

/// <param name="JsonName">As in the document.</param>
internal sealed record FieldModel(string JsonName, ParameterWriting Writing);

/// <param name="JsonName">As in the document.</param>
/// <param name="Name">The wanted C# name.</param>
/// <param name="IsList">Whether there may be several.</param>
/// <param name="ContentType">What the document says, where that is one media type; else null.</param>
internal sealed record FileModel(string JsonName, string Name, bool Required, bool IsList, string? Documentation, string? ContentType);

/// <summary>A success reply that isn't read as JSON, or may be missing.</summary>
/// <param name="Accept">What is asked for, where that isn't JSON; else null.</param>
/// <param name="MayBeAbsent">Whether a success may have no body.</param>
internal sealed record ReplyContent(ContentKind Kind, string? Accept, bool MayBeAbsent);
