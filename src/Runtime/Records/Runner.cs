namespace Semel;

/// <summary>One run of a program, as others see it.</summary>
/// <param name="Host">Name of the machine.</param>
/// <param name="Process">The process id there.</param>
/// <param name="Run">The run: one per <see cref="SemelContext"/>.</param>
/// <param name="Domain">What its locks are visible in (<see cref="IDataRepository.LockDomain"/>).</param>
/// <param name="Since">When it took the key, by its own clock.</param>
public sealed record Runner(string Host, int Process, string Run, string Domain, DateTimeOffset Since)
{
    /// <summary>For people: <c>host/pid</c> and the run.</summary>
    public override string ToString() => $"{Host}/{Process} (run {Run})";
}
