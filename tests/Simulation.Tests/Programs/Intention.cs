namespace Semel.Simulation;

/// <summary>What a program wants of one instance.</summary>
internal abstract record Intention(string Instance)
{
    /// <summary>Live resources of the instance once it is done.</summary>
    public abstract int Wanted { get; }

    /// <summary>The instance under which the resource was made.</summary>
    public virtual string Owner => Instance;
}

internal sealed record Create(string Instance, string Size = "small") : Intention(Instance)
{
    public override int Wanted => 1;

    public override string Owner => MovedFrom ?? Instance;

    public Recreate Recreate { get; init; }

    public string Secret { get; init; } = Programs.Secret;

    /// <summary>The instance that it was renamed from.</summary>
    public string? MovedFrom { get; init; }

    /// <summary>Something is to be done once after the create.</summary>
    public bool IsFollowedUp { get; init; }

    public override string ToString() =>
        $"create {Instance}{(Size == "small" ? "" : $" {Size}")}{(Secret == Programs.Secret ? "" : " with another secret")}{(Recreate == Recreate.Never ? "" : $" ({Recreate})")}{(MovedFrom is null ? "" : $" (was {MovedFrom})")}{(IsFollowedUp ? " and attach" : "")}";
}

/// <summary>Deletes the resource that the record names, if there is one.</summary>
internal sealed record Delete(string Instance) : Intention(Instance)
{
    public override int Wanted => 0;

    public override string ToString() => $"delete {Instance}";
}
