namespace Semel.Simulation;

/// <summary>The exploration itself: what it leaves out would have shown nothing else.</summary>
public sealed class ExplorerTests(ITestOutputHelper output)
{
    private static readonly FaultId[] Few =
        [FaultId.Crash, FaultId.Cancel, FaultId.LostReply, FaultId.LateArrival, FaultId.ServerError, FaultId.AppliedThenServerError, FaultId.Wiped, FaultId.RolledBack, FaultId.TornWrite, FaultId.StaleRead, FaultId.OtherCredentials];

    public static TheoryData<string> Setups => [.. Guarantees.All.SelectMany(guarantee => new[] { $"{guarantee} {nameof(Programs.Once)}", $"{guarantee} {nameof(Programs.Twice)}" })];

    [Theory]
    [MemberData(nameof(Setups))]
    public void MergingStates_HidesNothing(string name)
    {
        var guarantee = Enum.Parse<Guarantee>(name.Split(' ')[0]);
        var (setup, budget) = name.EndsWith(nameof(Programs.Once), StringComparison.Ordinal)
            ? (Guarantees.Setup(guarantee, Programs.Once, FaultPlan.Of(Few)), new Budget(2, 0))
            : (Guarantees.Setup(guarantee, Programs.Twice, FaultPlan.Of(Few)), new Budget(1, 1));
        var results = Workers.Run([true, false], merges => Explore(setup, budget, merges));
        output.WriteLine($"{results[0].Histories} histories with merged states, {results[1].Histories} without");
        Assert.True(results[0].Histories < results[1].Histories);
        Assert.Equal(results[1].Endings.Order(), results[0].Endings.Order());
        Assert.All(results[0].Judged, pair => Assert.Equal((pair.Key, results[1].Judged[pair.Key]), (pair.Key, pair.Value)));
    }

    [Fact]
    public void SameHistory_IsTheSameStory()
    {
        var (first, second) = (new List<string>(), new List<string>());
        var setup = Guarantees.Setup(Guarantee.Marker, Programs.Twice, FaultPlan.Of(FaultId.LateArrival));
        HistoryRun.Replay(setup, [new(new(0, new(Verb.Post, Phase.LastByte), 1, false), (int)FaultId.LateArrival)], first);
        HistoryRun.Replay(setup, [new(new(0, new(Verb.Post, Phase.LastByte), 1, false), (int)FaultId.LateArrival)], second);
        Assert.Contains(first, line => line.Contains("late arrival", StringComparison.Ordinal));
        Assert.Equal(first, second);
    }

    /// <summary>A continuation that leaves the scheduler's thread is an error of the harness, not a flaky history.</summary>
    [Fact]
    public void AwaitOfSomethingThatIsNotSimulated_IsFound()
    {
        var setup = Guarantees.Setup(Guarantee.Marker, Programs.Once, FaultPlan.None) with { Strategy = new Sleeper() };
        Assert.Contains("not simulated", Assert.Throws<HarnessException>(() => HistoryRun.Replay(setup, [], [])).Message, StringComparison.Ordinal);
    }

    /// <summary>It spins once its look got no reply: of all histories the one with that fault alone is the shortest.</summary>
    [Fact]
    public void CodeThatSpins_IsAViolationWithItsShortestHistory_AndHangsNothing()
    {
        var setup = Guarantees.Setup(Guarantee.Marker, Programs.TwiceApart, FaultPlan.Of(FaultId.LostReply, FaultId.StaleRead)) with { Strategy = new Spinner(static tools => _ = tools.Now) };
        Deviation[] deviations = [new(new(0, new(Verb.List, Phase.Apply), 1, false), (int)FaultId.StaleRead), new(new(0, new(Verb.List, Phase.FirstReplyByte), 1, false), (int)FaultId.LostReply)];
        var shortest = Shrinker.Shrink(HistoryRun.Replay(setup, deviations));
        Assert.Equal("at run A LIST first reply byte: reply lost, connection reset", Assert.Single(shortest.Deviations).ToString());
        Assert.Contains("spins", Assert.Single(shortest.Judgement.Violations, violation => violation.Invariant == Invariant.I4).What, StringComparison.Ordinal);
        Assert.Single(shortest.Setup.Program.Stages.SelectMany(stage => stage));
    }

    /// <summary>Nothing can stop it, but it is named.</summary>
    [Fact]
    public void CodeThatSpinsAndTouchesNothingThatIsSimulated_IsNamed()
    {
        using var isOver = new CancellationTokenSource();
        var setup = Guarantees.Setup(Guarantee.Marker, Programs.Once, FaultPlan.Of(FaultId.LostReply)) with { Strategy = new Spinner(_ => isOver.Token.ThrowIfCancellationRequested()) };
        Deviation[] deviations = [new(new(0, new(Verb.List, Phase.FirstReplyByte), 1, false), (int)FaultId.LostReply)];
        var standing = Assert.Throws<HarnessException>(() => Workers.Run([deviations], plan => HistoryRun.Replay(setup, plan), new Watchdog(TimeSpan.FromSeconds(1))));
        isOver.Cancel();
        Assert.Contains("at run A LIST first reply byte: reply lost, connection reset", standing.Message, StringComparison.Ordinal);
    }

    private static (long Histories, HashSet<string> Endings, Dictionary<string, string> Judged) Explore(Setup setup, Budget budget, bool merges)
    {
        var (endings, judged) = (new HashSet<string>(), new Dictionary<string, string>());
        var explorer = new Explorer(setup, budget, history =>
        {
            var invariants = $"{history.Verdict} {string.Join(",", history.Judgement.Violations.Select(violation => violation.Invariant).Order())}";
            endings.Add(invariants);
            judged.Add(string.Join("; ", history.Deviations), invariants);
        }, merges);
        explorer.Run();
        return (explorer.Histories, endings, judged);
    }

    private sealed class Spinner(Action<NaiveTools> spin) : NaiveStrategy
    {
        public override string Name => "spins when it gets no reply";

        protected override async Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken)
        {
            try
            {
                return await tools.LookAsync(create, cancellationToken).ConfigureAwait(false) ?? "";
            }
            catch (NaiveStop)
            {
                while (true) spin(tools);
            }
        }
    }

    private sealed class Sleeper : NaiveStrategy
    {
        public override string Name => "waits for nothing that is simulated";

        protected override async Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken)
        {
            await new TaskCompletionSource().Task.ConfigureAwait(false);
            return "";
        }
    }
}
