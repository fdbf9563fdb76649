namespace Semel.Testing;

/// <summary>A client created none, more than one, or one that it does not know. The message holds the report's table.</summary>
public sealed class ExactlyOnceException : Exception
{
    internal ExactlyOnceException(ExactlyOnceReport report) : base(Describe(report)) => Report = report;

    /// <summary>What came of every fault.</summary>
    public ExactlyOnceReport Report { get; }

    private static string Describe(ExactlyOnceReport report)
    {
        int broken = report.Rows.Count(row => !row.Holds);
        return $"Not exactly once under {broken} of {report.Rows.Count} faults.\n\n{report}";
    }
}
