using Semel.Generator.Binding.Dialects;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>One operation as the document gives it.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Key">The method's name as it stands.</param>
/// <param name="Body">The body that is an object of properties: JSON, or a form without files; or null.</param>
/// <param name="Problem">Why its body is neither, or its reply no JSON, so that it can be no operation of a resource's own; or null.</param>
internal sealed record SpecOperation(
    string Method, string Path, Located Place, SpecEntry Key,
    IReadOnlyList<SpecParameter> Parameters, SpecBody? Body, bool BodyRequired, SpecReply Reply, string? Problem)
{
    /// <summary>Where the method's name stands.</summary>
    public LocationInfo KeyLocation => Key.KeyLocation;

    /// <summary>What is sent; null where there is no body.</summary>
    public SpecMedia? Content { get; init; }

    /// <summary>Whether nothing but files in its form makes it unusual: a create that sends them can be made idempotent.</summary>
    public bool IsUpload { get; init; }

    /// <summary>The server that it names for itself; null: the document's.</summary>
    public ServerModel? Server { get; init; }

    /// <summary>Why it cannot be called at all, or null.</summary>
    public string? CallProblem { get; init; }

    /// <summary>Whether it is of a kind that resources are made of.</summary>
    public bool IsUsual => Method is "GET" or "PUT" or "POST" or "DELETE" or "PATCH";

    public string? Id => Place.Node.Get("operationId").AsString();

    public override string ToString() => Method + " " + Path;
}

/// <summary>A parameter as the document gives it.</summary>
internal sealed record SpecParameter(
    string Name, ParameterPlace Place, bool Required, bool Deprecated, string? Description, Located? Schema)
{
    /// <summary>The parameter as it stands; null where only the path names it.</summary>
    public SpecNode? Node { get; init; }

    public ParameterWriting Writing { get; init; } = ParameterWriting.Usual(Place);

    /// <summary>What the API takes where it is left out, as a text; or null.</summary>
    public string? Default { get; init; }
}

/// <summary>The success reply.</summary>
/// <param name="HasJson">Whether it has a JSON body.</param>
/// <param name="Schema">The body's schema, where one is given.</param>
/// <param name="Node">The reply, or else the list of replies, as it stands.</param>
internal sealed record SpecReply(bool HasJson, Located? Schema, SpecNode Node)
{
    public LocationInfo Location => Node.Location;

    /// <summary>What is read; null where there is nothing.</summary>
    public SpecMedia? Media { get; init; }

    /// <summary>Whether another success has no body.</summary>
    public bool MayBeAbsent { get; init; }
}
