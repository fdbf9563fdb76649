using System.Globalization;

namespace Semel.Testing;

/// <summary>What came of every fault; <see cref="ToString"/> is a table.</summary>
public sealed class ExactlyOnceReport
{
    internal ExactlyOnceReport(IReadOnlyList<ExactlyOnceRow> rows) => Rows = rows;

    /// <summary>One row a fault, in the order of the options.</summary>
    public IReadOnlyList<ExactlyOnceRow> Rows { get; }

    /// <summary>True where every fault left exactly one resource, whose id the client knows.</summary>
    public bool Holds => Rows.All(row => row.Holds);

    /// <summary>The table: fault, runs, live, known, and what is wrong.</summary>
    public override string ToString()
    {
        int width = Math.Max("fault".Length, Rows.Max(row => row.Fault.Length));
        IEnumerable<string> lines = Rows.Select(row => Line(
            width, row.Fault, Number(row.Runs), Number(row.LiveIds.Count), row.Known ? "yes" : "no", row.Problem ?? ""));
        return string.Join('\n', lines.Prepend(Line(width, "fault", "runs", "live", "known", "")));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Line(int width, string fault, string runs, string live, string known, string problem) =>
        $"{fault.PadRight(width)}  {runs,4}  {live,4}  {known,-5}  {problem}".TrimEnd();
}
