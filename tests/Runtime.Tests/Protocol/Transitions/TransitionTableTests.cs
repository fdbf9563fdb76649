using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>Runs every row, and proves that there is one for every pair of a state and an event.</summary>
public sealed class TransitionTableTests
{
    public static TheoryData<string> Whys => [.. TransitionTable.Rows.Select(row => row.Why)];

    public static TheoryData<string> ImpossibleWhys => [.. TransitionTable.Impossible.Select(row => row.Why)];

    [Theory]
    [MemberData(nameof(Whys))]
    public void Row_IsDecidedAsItSays(string why) => Run(TransitionTable.Rows.Single(row => row.Why == why));

    [Theory]
    [MemberData(nameof(ImpossibleWhys))]
    public void ImpossiblePair_StopsAsADefect_AndNeitherSendsNorWrites(string why) => Run(TransitionTable.Impossible.Single(row => row.Why == why));

    [Fact]
    public void EveryPairOfStateAndEvent_IsARow_OrAnImpossibleRow()
    {
        var covered = TransitionTable.Rows.Concat(TransitionTable.Impossible).Select(row => (row.State.GetType(), row.Event.GetType())).ToHashSet();
        var pairs = from state in Kinds<CreateState>() from happened in Kinds<CreateEvent>() select (state, happened);
        Assert.Empty(pairs.Where(pair => !covered.Contains(pair)).Select(pair => $"{pair.state.Name} + {pair.happened.Name}"));
    }

    /// <summary>Else a pair that the code forgot could be called impossible, though another row needs it.</summary>
    [Fact]
    public void APairIsHandledOrImpossible_ByItsStatesOwnSentence()
    {
        Assert.Empty(TransitionTable.Rows.Where(row => !ImpossiblePairs.Expects(row.State, row.Event)).Select(row => row.Why));
        var handled = TransitionTable.Rows.Select(row => (row.State.GetType(), row.Event.GetType())).ToHashSet();
        var awaited = ImpossiblePairs.Awaited().Where(pair => !handled.Contains(pair)).Select(pair => $"{pair.State.Name} + {pair.Event.Name}");
        Assert.Empty(awaited);
    }

    [Fact]
    public void EveryCreate_BeginsWithItsRecord()
    {
        var start = CreateProtocol.Start();
        Assert.Equal(new CreateState.Reading(), start.State);
        Assert.IsType<Effect.ReadRecord>(start.Effect);
    }

    private static void Run(Row row)
    {
        var decision = row.Decide();
        var violations = row.Then.Violations(decision).ToList();
        Assert.True(violations.Count == 0, $"{row.State.GetType().Name} + {row.Event.GetType().Name}, because {row.Why}:\n  {string.Join("\n  ", violations)}\n  decided: {decision}");
    }

    private static IEnumerable<Type> Kinds<T>() => typeof(T).GetNestedTypes().Where(kind => kind.IsSubclassOf(typeof(T)));
}
