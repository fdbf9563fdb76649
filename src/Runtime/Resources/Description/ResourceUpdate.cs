namespace Semel;

/// <summary>How one resource is updated.</summary>
/// <param name="Method">PATCH or PUT.</param>
/// <param name="Path">Template of the path, with the id's parameter.</param>
/// <param name="Properties">The properties of its body: of a PUT all, since it replaces the others; of a PATCH those that the create's body has too.</param>
public sealed record ResourceUpdate(string Method, string Path, IReadOnlyList<string> Properties)
{
    /// <summary>How its body is written. Default: JSON.</summary>
    public UpdateContent Content { get; init; }
}
