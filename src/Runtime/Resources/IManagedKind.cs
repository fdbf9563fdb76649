namespace Semel;

/// <summary>One kind of resource beyond its creates, or the one resource of a create that is written by hand: what is there, and what is done with one.</summary>
internal interface IManagedKind
{
    string Model { get; }

    /// <summary>What the instances under this parent begin with; of one resource, its instance.</summary>
    string Prefix { get; }

    /// <summary>The one key that it is about; null: those of the model under this parent.</summary>
    ResourceKey? Only => null;

    /// <summary>Resources can be looked for by their marks: all of the kind, or those of the one key.</summary>
    bool CanLook { get; }

    /// <summary>One is read by its id.</summary>
    bool CanRead { get; }

    /// <summary>They carry marks.</summary>
    bool HasMarker { get; }

    bool CanDelete { get; }

    bool Covers(ResourceKey key) => Only is { } only ? key == only : key.Model == Model && key.Instance.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What a refresh of one asks.</summary>
    RefreshSource Source { get; }

    /// <summary>What is there, with the marks that it shows.</summary>
    Task<Sightings> LookAsync(CancellationToken cancellationToken);

    /// <summary>True or false where the API says whether it is there; null and why where it says neither.</summary>
    Task<(bool? IsThere, string? Failure)> ReadAsync(string id, CancellationToken cancellationToken);

    Task DeleteAsync(ResourceKey key, string id, CancellationToken cancellationToken);

    Task AdoptAsync(ResourceKey key, string id, string? name, CancellationToken cancellationToken);

    Task ResolveAsync(ResourceKey key, string? createdId, CancellationToken cancellationToken);
}
