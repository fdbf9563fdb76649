namespace Semel.Generator.Binding.Inference;

/// <summary>Where the id is.</summary>
/// <param name="Path">Property path in the resource.</param>
/// <param name="InReply">Property path in the create's reply, where that calls it otherwise; else null.</param>
internal sealed record ResourceId(string Path, string? InReply)
{
    public string Created => InReply ?? Path;
}
