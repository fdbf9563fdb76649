namespace Semel;

/// <summary>How one resource is updated.</summary>
/// <param name="Method">PATCH or PUT.</param>
/// <param name="Path">Template of the path, with the id's parameter.</param>
/// <param name="Properties">The properties of the create's body that the update's body takes too.</param>
public sealed record ResourceUpdate(string Method, string Path, IReadOnlyList<string> Properties);
