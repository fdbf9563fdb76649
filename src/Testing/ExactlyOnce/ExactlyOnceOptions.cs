namespace Semel.Testing;

/// <summary>How <see cref="ExactlyOnce"/> runs a client.</summary>
public sealed record ExactlyOnceOptions
{
    /// <summary>The faults, one after another. Default: <see cref="CreateFault.All"/>.</summary>
    public IReadOnlyList<CreateFault> Faults { get; init; } = CreateFault.All;

    /// <summary>How often the client is run under one fault before it must have succeeded. Default: 5.</summary>
    public int MaximumRuns { get; init; } = 5;

    /// <summary>True: a client that has succeeded is run once more, and must find what it made. Default: true.</summary>
    public bool RunsAgain { get; init; } = true;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Faults);
        if (Faults.Count == 0) throw new ArgumentException("Without faults nothing is asserted.", nameof(Faults));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumRuns, 1);
    }
}
