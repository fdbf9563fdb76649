using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>The laws hold for every row, for every pair under every kind of policy, and on every way through the protocol.</summary>
public sealed class LawTests
{
    private static readonly Lazy<List<List<Step>>> Walks = new(() => [.. Enumerable.Range(0, 6000).Select(seed => Walk.Of(seed).ToList())]);

    private static IEnumerable<Step> Ways => Walks.Value.SelectMany(walk => walk);

    public static TheoryData<string> Names => [.. Laws.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Law_HoldsForEveryRow(string law) =>
        Hold(law, TransitionTable.Rows.Concat(TransitionTable.Impossible).Select(row => new Step(row.Policy, row.State, row.Event, Given.Now)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Law_HoldsForEveryRow_UnderAnyPolicy(string law)
    {
        var input = new RandomInput(seed: 1);
        var rows = TransitionTable.Rows.Concat(TransitionTable.Impossible);
        Hold(law, rows.SelectMany(row => Enumerable.Range(0, 20).Select(_ => new Step(input.Policy(), row.State, row.Event, Given.Now))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Law_HoldsOnEveryWay(string law) => Hold(law, Ways);

    [Fact]
    public void WithoutTheLock_NothingIsSent_UnlessTheApiRecognisesIt()
    {
        var sent = Ways.Where(step => !step.Policy.Alone && step.Decision.Effect is Effect.Post or Effect.Delete).ToList();
        Assert.NotEmpty(sent);
        Assert.All(sent, step => Assert.True(step.Policy.Deduplicates, step.ToString()));
    }

    /// <summary>Nor by what recognises a repeat: a DELETE that comes late would hit what another runner made since.</summary>
    [Fact]
    public void WithoutTheLock_NothingIsDeleted() =>
        Assert.DoesNotContain(Ways, step => !step.Policy.Alone && step.Decision.Effect is Effect.Delete);

    [Fact]
    public void EveryWay_Ends_AndMeetsNoImpossiblePair()
    {
        Assert.All(Walks.Value, walk => Assert.True(walk[^1].Decision is { State: CreateState.Ended, Effect: not Effect.Fail { Failure: Failure.Impossible } }, $"{walk.Count} steps: {walk[^1]}"));
    }

    /// <summary>The walks prove nothing where they don't go.</summary>
    [Fact]
    public void TheWalks_MeetEveryPairThatIsAwaited()
    {
        var met = Ways.Select(step => (step.State.GetType(), step.Event.GetType())).ToHashSet();
        Assert.Empty(ImpossiblePairs.Awaited().Where(pair => !met.Contains(pair)).Select(pair => $"{pair.State.Name} + {pair.Event.Name}").Distinct());
    }

    private static void Hold(string law, IEnumerable<Step> steps)
    {
        var broken = steps.FirstOrDefault(step => !Laws.All[law](step));
        Assert.True(broken is null, $"Not so: {law}.\n{broken}");
    }
}
