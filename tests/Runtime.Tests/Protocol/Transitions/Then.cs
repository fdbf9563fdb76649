using System.Runtime.CompilerServices;
using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>What a row expects of a decision: the state that waits next, the effect, and what matters in them.</summary>
internal sealed record Then(Type State, Type Effect)
{
    private readonly List<(string Text, Func<Decision, bool> Holds)> _demands = [];

    public static Then Reads<TState>() where TState : CreateState => Of<TState, Effect.ReadRecord>();

    public static Then Looks<TState>() where TState : CreateState => Of<TState, Effect.Look>();

    public static Then Gets<TState>(string id) where TState : CreateState => Of<TState, Effect.Get>().Where((Effect.Get get) => get.Id == id);

    public static Then Lists<TState>(string id) where TState : CreateState => Of<TState, Effect.ListFor>().Where((Effect.ListFor list) => list.Id == id);

    public static Then Deletes<TState>(string id) where TState : CreateState => Of<TState, Effect.Delete>().Where((Effect.Delete delete) => delete.Id == id);

    public static Then Posts() => Of<CreateState.Sending, Effect.Post>();

    public static Then Polls(string operation) => Of<CreateState.AwaitingOperation, Effect.PollOperation>().Where((Effect.PollOperation poll) => poll.Operation == operation);

    public static Then FollowsUp(string name) => Of<CreateState.FollowingUp, Effect.FollowUp>().Where((Effect.FollowUp followUp) => followUp.Name == name);

    public static Then Updates(params string[] properties) =>
        Of<CreateState.Updating, Effect.Update>().Where((Effect.Update update) => update.Differences.Select(difference => difference.Property).SequenceEqual(properties));

    public static Then Waits<TState>(TimeSpan later) where TState : CreateState => Of<TState, Effect.Wait>().Where((Effect.Wait wait) => wait.Until == Given.Now + later);

    /// <summary>The version that is expected and whether the write may be cancelled are laws of every write (<see cref="Laws"/>).</summary>
    public static Then Writes<TState, TRecord>() where TState : CreateState where TRecord : ResourceRecord =>
        Of<TState, Effect.Write>().Where((Effect.Write write) => write.Record is TRecord);

    /// <summary>What a look found is read before it is recorded.</summary>
    public static Then Adopts() => Of<CreateState.CheckingFound, Effect.Get>().Where((CreateState.CheckingFound next) => next.Found.Id.Length > 0);

    public static Then Returns(Outcome outcome, bool verified) =>
        Of<CreateState.Ended, Effect.Return>().Where((Effect.Return done) => done.Outcome == outcome && done.Verified == verified);

    public static Then Fails<TFailure>(params string[] says) where TFailure : Failure => Of<CreateState.Ended, Effect.Fail>()
        .Where((Effect.Fail fail) => fail.Failure is TFailure)
        .Where((Failure failure) => says.All(text => failure.Message.Contains(text, StringComparison.Ordinal)));

    /// <summary>Demands something of the part of the decision that is a <typeparamref name="T"/>: state, effect, record or failure.</summary>
    public Then Where<T>(Func<T, bool> holds, [CallerArgumentExpression(nameof(holds))] string text = "") where T : class
    {
        _demands.Add((text, decision => Parts(decision).OfType<T>().Any(holds)));
        return this;
    }

    /// <summary>What of it doesn't hold, as text; empty when all does.</summary>
    public IEnumerable<string> Violations(Decision decision)
    {
        if (decision.State.GetType() != State) yield return $"waits next as {decision.State.GetType().Name}, not as {State.Name}";
        if (decision.Effect.GetType() != Effect) yield return $"does {decision.Effect}, not {Effect.Name}";
        foreach (var (text, holds) in _demands)
            if (!holds(decision)) yield return $"doesn't hold: {text}";
    }

    private static Then Of<TState, TEffect>() => new(typeof(TState), typeof(TEffect));

    private static IEnumerable<object?> Parts(Decision decision) =>
    [
        decision.State, decision.Effect, (decision.Effect as Effect.Write)?.Record, (decision.Effect as Effect.Post)?.Intent,
        (decision.Effect as Effect.Fail)?.Failure, (decision.Effect as Effect.Return)?.Live, (decision.State as CreateState.CheckingFound)?.Found,
    ];
}
