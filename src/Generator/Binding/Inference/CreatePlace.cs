namespace Semel.Generator.Binding.Inference;

/// <summary>Where a resource is created.</summary>
/// <param name="Method">POST, or PUT on an address that the client chooses.</param>
/// <param name="Path">The create's path: <c>/v1/servers</c>, <c>/v1/buckets/{bucket_name}</c>.</param>
/// <param name="Collection">The path that lists what was created.</param>
internal sealed record CreatePlace(string Method, string Path, string Collection)
{
    public bool IsPut => Method == "PUT";

    public override string ToString() => Method + " " + Path;
}
