namespace Semel.Simulation;

/// <summary>What a process was started with; faults at its start change it.</summary>
internal sealed class ProcessSettings
{
    /// <summary>Its credentials are those of another account, which sees its own resources only.</summary>
    public bool IsOfOtherAccount { get; set; }

    /// <summary>The size that its input asks for; null: as the intention says.</summary>
    public string? Size { get; set; }

    /// <summary>The name that its input asks for; null: the instance.</summary>
    public string? Name { get; set; }

    public HandlerKind Handler { get; set; }

    /// <summary>Which copy of the state it works on.</summary>
    public int Volume { get; set; }

    public void AddTo(ref Hash hash)
    {
        hash.Add(IsOfOtherAccount);
        hash.Add(Size);
        hash.Add(Name);
        hash.Add((int)Handler);
        hash.Add(Volume);
    }
}
