namespace Semel.Simulation;

/// <summary>What a program wants of one instance.</summary>
internal abstract record Intention(string Instance)
{
    /// <summary>Live resources of the instance once it is done.</summary>
    public abstract int Wanted { get; }
}

internal sealed record Create(string Instance, string Size = "small") : Intention(Instance)
{
    public override int Wanted => 1;

    public override string ToString() => $"create {Instance}{(Size == "small" ? "" : $" {Size}")}";
}

/// <summary>Deletes the resource that the record names, if there is one.</summary>
internal sealed record Delete(string Instance) : Intention(Instance)
{
    public override int Wanted => 0;

    public override string ToString() => $"delete {Instance}";
}
