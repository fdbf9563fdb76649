namespace Semel.Processes;

/// <summary>A run that is over.</summary>
/// <param name="Killed">By SIGKILL, its own or its parent's.</param>
/// <param name="Lines">What it had reported, in order.</param>
internal sealed record Run(bool Killed, IReadOnlyList<string> Lines)
{
    public IReadOnlyList<Report> Reports { get; } = [.. Lines.Where(IsReport).Select(Report.Parse)];

    /// <summary>The point that it had passed last.</summary>
    public string LastPoint => Lines.Last(line => !IsReport(line));

    public override string ToString() => $"{(Killed ? "killed" : "ended")} after {string.Join(", ", Lines)}";

    public static bool IsReport(string line) => line.StartsWith('{');
}
