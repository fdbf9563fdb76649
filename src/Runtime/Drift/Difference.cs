namespace Semel;

/// <summary>One property of a resource that is not as it is wanted.</summary>
/// <param name="Property">Its path in the request, dotted: <c>labels.env</c>.</param>
/// <param name="Old">What was asked for before, or what the API shows, as JSON; null: nothing, or it is a secret.</param>
/// <param name="New">What is wanted, as JSON; null: nothing any more, or it is a secret.</param>
/// <param name="Kind">What made it differ.</param>
public sealed record Difference(string Property, string? Old, string? New, DriftKind Kind)
{
    private const string Nothing = "(nothing)";

    /// <summary>True for a secret: that it differs is all that is known and shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>True when the API can't change it in place: only a new resource can have it.</summary>
    public bool NeedsReplacement { get; init; }

    /// <summary>The property of the request that holds it: <c>labels</c>.</summary>
    internal string Root { get; init; } = Property;

    /// <summary>For people: <c>size: "small" → "large" (input changed)</c>.</summary>
    public override string ToString() =>
        $"{Property}: {(IsSecret ? "a secret that changed" : $"{Old ?? Nothing} → {New ?? Nothing}")} ({(Kind == DriftKind.InputChanged ? "input changed" : "changed on the API")}{(NeedsReplacement ? ", needs a new resource" : "")})";
}
