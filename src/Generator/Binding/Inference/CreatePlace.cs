namespace Semel.Generator.Binding.Inference;

/// <summary>Where a resource is created.</summary>
/// <param name="Method">POST or PUT.</param>
/// <param name="Path">The create's path: <c>/v1/servers</c>, <c>/v1/buckets/{bucket_name}</c>.</param>
/// <param name="Collection">The path that lists what was created.</param>
/// <param name="IsChosen">Whether the client chooses the address, which is the path.</param>
internal sealed record CreatePlace(string Method, string Path, string Collection, bool IsChosen)
{
    public override string ToString() => Method + " " + Path;
}
