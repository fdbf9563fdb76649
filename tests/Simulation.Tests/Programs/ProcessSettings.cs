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

    /// <summary>The secret of its input; null: as the intention says.</summary>
    public string? Secret { get; set; }

    /// <summary>Its HMAC key is that of somebody else.</summary>
    public bool HasOtherFingerprintKey { get; set; }

    /// <summary>The formula of idempotency keys in its code.</summary>
    public int KeyFormula { get; set; } = IdempotencyKey.FormulaVersion;

    public HandlerKind Handler { get; set; }

    /// <summary>Which copy of the state it works on.</summary>
    public int Volume { get; set; }

    public void AddTo(ref Hash hash)
    {
        hash.Add(IsOfOtherAccount);
        hash.Add(Size);
        hash.Add(Name);
        hash.Add(Secret);
        hash.Add(HasOtherFingerprintKey);
        hash.Add(KeyFormula);
        hash.Add((int)Handler);
        hash.Add(Volume);
    }
}
