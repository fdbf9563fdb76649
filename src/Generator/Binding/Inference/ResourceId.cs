namespace Semel.Generator.Binding.Inference;

/// <summary>Where the id is.</summary>
/// <param name="Path">Property path in the resource.</param>
/// <param name="InReply">Property path in the create's reply, where that calls it otherwise; <c>$</c> where the reply is the id; else null.</param>
internal sealed record ResourceId(string Path, string? InReply)
{
    /// <summary>False: no reply shows it, and the address says it.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>What the create's reply calls it; a reply that is the id calls it nothing.</summary>
    public string Created => InReply is null or BareIdRule.Reply ? Path : InReply;
}
