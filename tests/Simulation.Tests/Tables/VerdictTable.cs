namespace Semel.Simulation;

/// <summary>A row of the verdict table: a fault, and the part of the protocol that it strikes.</summary>
internal readonly record struct VerdictRow(FaultId Fault, Part Part) : IComparable<VerdictRow>
{
    public static VerdictRow Of((FaultId Fault, Await At) strike) => new(strike.Fault, Parts.Of(strike.Fault, strike.At));

    public int CompareTo(VerdictRow other) => Fault != other.Fault ? Fault.CompareTo(other.Fault) : Part.CompareTo(other.Part);

    public override string ToString() => Part == Part.Any ? FaultCatalogue.Of(Fault).Name : $"{FaultCatalogue.Of(Fault).Name}, {Part.ToString().ToLowerInvariant()}";
}

/// <summary>A cell: what is promised with runners that share their locks, and with runners on two machines where that differs.</summary>
internal readonly record struct VerdictCell(Verdict? OneMachine, Verdict? TwoMachines)
{
    public override string ToString() => (OneMachine, TwoMachines) switch
    {
        (null, null) => "–",
        ({ } one, null) => Word(one),
        (null, { } two) => $"–/{Word(two)}",
        ({ } one, { } two) => one == two ? Word(one) : $"{Word(one)}/{Word(two)}",
    };

    private static string Word(Verdict verdict) => verdict.ToString().ToLowerInvariant();
}

/// <summary>What must happen for each guarantee and fault. The committed one is written by hand; the observed one is what the simulation saw.</summary>
internal sealed class VerdictTable
{
    private const string Unreached = "–";
    private readonly SortedDictionary<VerdictRow, Dictionary<Guarantee, (string Cell, string Why)>> _rows = [];

    public static VerdictTable Committed { get; } = Read(Path.Combine(Repository.Root, "tests", "Simulation.Tests", "Tables", "verdicts.tsv"));

    public IEnumerable<VerdictRow> Rows => _rows.Keys;

    public static VerdictTable Observed(IReadOnlyList<Tally> tallies)
    {
        var table = new VerdictTable();
        foreach (var guarantee in Guarantees.All)
        {
            var (one, two) = (Worst(true), Worst(false));
            foreach (var row in one.Keys.Union(two.Keys))
                table.Set(row, guarantee, new VerdictCell(Find(one, row), Find(two, row)).ToString(), "");

            Dictionary<VerdictRow, Verdict> Worst(bool isOnOneMachine) =>
                WorstOf([.. tallies.Where(tally => tally.Setup.IsTabled && tally.Setup.Guarantee == guarantee && tally.Setup.Program.IsOnOneMachine == isOnOneMachine)]);
        }

        return table;

        static Verdict? Find(Dictionary<VerdictRow, Verdict> verdicts, VerdictRow row) => verdicts.TryGetValue(row, out var verdict) ? verdict : null;
    }

    /// <summary>The worst of each fault alone; of one that breaks an assumption, the worst together with any fault that is harmless alone.</summary>
    private static Dictionary<VerdictRow, Verdict> WorstOf(IReadOnlyList<Tally> tallies)
    {
        var worst = tallies.SelectMany(tally => tally.Worst).GroupBy(pair => new VerdictRow(pair.Key.Fault, pair.Key.Part)).ToDictionary(group => group.Key, group => group.Max(pair => pair.Value.Verdict));
        var harmful = worst.Where(pair => pair.Value == Verdict.Outside).Select(pair => pair.Key).ToHashSet();
        foreach (var history in tallies.SelectMany(tally => tally.Violations.Values))
        {
            var rows = history.Strikes.Select(VerdictRow.Of).ToList();
            if (rows.Exists(harmful.Contains)) continue;
            foreach (var row in rows.Where(row => FaultCatalogue.Of(row.Fault).Beyond is not null)) worst[row] = Verdict.Outside;
        }

        return worst;
    }

    public string Cell(VerdictRow row, Guarantee guarantee) => _rows.TryGetValue(row, out var cells) && cells.TryGetValue(guarantee, out var cell) ? cell.Cell : Unreached;

    public string Why(VerdictRow row) => _rows.TryGetValue(row, out var cells) ? string.Join(" ", cells.Values.Select(cell => cell.Why).Where(why => why.Length > 0).Distinct()) : "";

    public bool IsOutside(VerdictRow row, Guarantee guarantee, bool isOnOneMachine)
    {
        var words = Cell(row, guarantee).Split('/');
        return (isOnOneMachine ? words[0] : words[^1]) == "outside";
    }

    /// <summary>Faults under which the guarantee's promise holds, so that none of their histories may break an invariant.</summary>
    public FaultPlan WithinAssumptions(Guarantee guarantee, bool isOnOneMachine, Random random)
    {
        var isBroken = _rows.Keys.Where(row => IsOutside(row, guarantee, true) || (!isOnOneMachine && IsOutside(row, guarantee, false))).Select(row => row.Fault).ToHashSet();
        // whoever moves a process to another machine takes the common lock away
        if (_rows.Keys.Any(row => IsOutside(row, guarantee, false) && !IsOutside(row, guarantee, true))) isBroken.Add(FaultId.OtherMachine);
        var allowed = FaultCatalogue.All.Where(fault => fault.Means(guarantee) && fault.Id != FaultId.EndsInError && !isBroken.Contains(fault.Id)).ToDictionary(fault => fault.Id);
        foreach (var pair in ExplainedPairs.All.Where(pair => pair.Guarantees.Contains(guarantee))) allowed.Remove(random.Next(2) == 0 ? pair.A.Fault : pair.B.Fault);
        return new FaultPlan(allowed.Values);
    }

    /// <summary>The table as tab-separated text.</summary>
    public string ToText() => string.Join('\n',
    [
        string.Join('\t', ["fault", "part", .. Guarantees.All.Select(guarantee => $"{guarantee}"), "why"]),
        .. _rows.Keys.Select(row => string.Join('\t', [$"{row.Fault}", $"{row.Part}", .. Guarantees.All.Select(guarantee => Cell(row, guarantee)), Committed.Why(row)])),
        "",
    ]);

    private static VerdictTable Read(string path)
    {
        var table = new VerdictTable();
        if (!File.Exists(path)) return table;
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split('\t');
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            var fields = line.Split('\t');
            var row = new VerdictRow(Enum.Parse<FaultId>(fields[0]), Enum.Parse<Part>(fields[1]));
            for (var i = 2; i < columns.Length - 1; i++) table.Set(row, Enum.Parse<Guarantee>(columns[i]), fields[i], fields[^1]);
        }

        return table;
    }

    private void Set(VerdictRow row, Guarantee guarantee, string cell, string why)
    {
        if (!_rows.TryGetValue(row, out var cells)) _rows.Add(row, cells = []);
        cells[guarantee] = (cell, why);
    }
}
