namespace Semel.Generator.Model;

/// <summary>One thing that is known of a resource, and why.</summary>
/// <param name="Name">As the attribute's property that overrides it: <c>Read</c>, <c>Id</c>.</param>
/// <param name="Value">As the attribute takes it: <c>GET /v2/vpcs/{vpc_id}</c>, <c>vpc.id</c>.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Reason">In a few words.</param>
internal sealed record InferredFact(string Name, string Value, Certainty Certainty, string Reason)
{
    /// <summary><c>Read: usual, one parameter behind the collection</c>.</summary>
    public string Why => $"{Name}: {Certainty.ToString().ToLowerInvariant()}, {Reason}";
}

/// <summary>How sure a fact is, the surest first.</summary>
internal enum Certainty
{
    /// <summary>Somebody said it: an attribute, or the document by an extension.</summary>
    Declared,

    /// <summary>The document says it in words or by its schemas.</summary>
    Stated,

    /// <summary>It is what APIs usually do.</summary>
    Usual,

    /// <summary>The document is silent where others speak: worth a look.</summary>
    Assumed,
}
