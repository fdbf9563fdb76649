namespace Semel;

/// <summary>What can be promised: the descriptor's guarantee, or the best below it, where this request or the descriptor lacks what it rests on.</summary>
internal static class Promise
{
    /// <param name="resource">The descriptor.</param>
    /// <param name="name">The name that the resource is to have; null where there is none.</param>
    public static Guarantee Of(ResourceDescriptor resource, string? name)
    {
        var named = name is not null && resource.NameInResource is not null && ((NameIsId(resource) && resource.ReadPath is not null) || resource.List is not null);
        return resource.Guarantee switch
        {
            Guarantee.Natural when HasAddress(resource) && name is not null => Guarantee.Natural,
            Guarantee.Natural or Guarantee.Replay when resource.IdempotencyKey is not null => Guarantee.Replay,
            Guarantee.UniqueName when named => Guarantee.UniqueName,
            Guarantee.Natural or Guarantee.Replay or Guarantee.UniqueName or Guarantee.Marker when resource is { Marker: not null, List: not null } => Guarantee.Marker,
            _ => Guarantee.AtMostOnce, // never a unique name where the descriptor doesn't promise it: two of a name could be made
        };
    }

    /// <summary>The client chooses the address that it PUTs to.</summary>
    public static bool HasAddress(ResourceDescriptor resource) =>
        resource is { Guarantee: Guarantee.Natural, IdParameter: { } id } && PathTemplate.HasParameter(resource.CreatePath, id);

    /// <summary>The name that the client gives is the id that it reads by.</summary>
    public static bool NameIsId(ResourceDescriptor resource) =>
        resource.NameInRequest is not null && resource.NameInResource == resource.Id;
}
