namespace Semel;

/// <summary>What one call of a create says beyond its request.</summary>
/// <typeparam name="T">The resource's model.</typeparam>
public sealed record CreateOptions<T>
{
    /// <summary>Whether a new resource is made though the record names one. Default: <see cref="Recreate.Never"/>.</summary>
    public Recreate Recreate { get; init; }

    /// <summary>The instance that the resource was recorded under before it was renamed; its record moves to the new name. Default: null.</summary>
    public string? MovedFrom { get; init; }

    /// <summary>Says of a resource as read whether it is ready; the create returns when it is. It goes before what the model says; one that throws counts as a read without an answer. Default: as the model says, else at once.</summary>
    public Func<T, Readiness>? ReadyWhen { get; init; }

    /// <summary>What to do once after the resource was created and is ready, in this order. An adopted or reused resource runs none.</summary>
    public IReadOnlyList<FollowUp<T>> FollowUps { get; init; } = [];
}
