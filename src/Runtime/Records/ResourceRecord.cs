namespace Semel;

/// <summary>What the data repository holds for a resource key. The lifecycle is the record's type, never a property of the resource.</summary>
public abstract record ResourceRecord
{
    /// <summary>The resource key.</summary>
    public required ResourceKey Key { get; init; }

    /// <summary>Version of the record in the repository: 1 for the first write, then one more with each write. Set by the repository.</summary>
    public long Version { get; init; }

    /// <summary>The generation, from 1; opened anew by a delete, a confirmed absence, a replace, a force or a key that must not be used again.</summary>
    public required int Generation { get; init; }

    /// <summary>Ids of earlier generations' resources, oldest first.</summary>
    public IReadOnlyList<string> Superseded { get; init; } = [];

    /// <summary>Ids of earlier generations' resources that are replaced and still to be deleted.</summary>
    public IReadOnlyList<string> Retiring { get; init; } = [];

    /// <summary>True when the API once dropped the marker of this key's resource: a look by marker proves nothing here any more.</summary>
    public bool MarkerDropped { get; init; }

    /// <summary>Who wrote this version, when and why.</summary>
    public required Provenance Provenance { get; init; }
}
