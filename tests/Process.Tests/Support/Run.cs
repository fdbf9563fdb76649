namespace Semel.Processes;

/// <summary>A run that is over.</summary>
/// <param name="Killed">By SIGKILL, its own or its parent's.</param>
/// <param name="Report">Its result; null where it was killed before it had one.</param>
/// <param name="Points">What it had reported, in order.</param>
internal sealed record Run(bool Killed, Report? Report, IReadOnlyList<string> Points)
{
    public override string ToString() => $"{(Killed ? "killed" : "ended")} after {string.Join(", ", Points)}";
}
