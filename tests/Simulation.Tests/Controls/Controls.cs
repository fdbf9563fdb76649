using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>Every guard with its control: one entry, one guard.</summary>
internal static partial class Controls
{
    public static IReadOnlyList<Control> All { get; } = [.. OfIntents(), .. OfReplies(), .. OfAbsence(), .. OfAdoption(), .. OfGenerations(), .. OfRunners(), .. OfState(), .. OfKeys(), .. OfLives(), .. OfChanges(), .. OfDoubts(), .. OfSends(), .. OfRepeats(), .. OfOthers(), .. OfOperations()];

    private static Control Mutated(string rule, string guard, Setup sound, Mutation mutation, int faults = 1, int switches = 0, Verdict allowed = Verdict.Detected) =>
        new(rule, guard, sound, sound with { Mutation = mutation }, new(faults, switches)) { Allowed = allowed };

    private static Control Sabotaged(string rule, string guard, Setup sound, Sabotage sabotage, int faults = 1, int switches = 0, Verdict allowed = Verdict.Detected) =>
        new(rule, guard, sound, sound with { Sabotage = sabotage }, new(faults, switches)) { Allowed = allowed };

    private static Setup Given(Guarantee guarantee, Program program, params FaultId[] faults) => Guarantees.Setup(guarantee, program, FaultPlan.Of(faults));

    /// <summary>Another policy for the whole protocol.</summary>
    private static Mutation Policy(Func<CreatePolicy, CreatePolicy> change) => new() { Next = (policy, state, happened, now) => CreateProtocol.Next(change(policy), state, happened, now) };

    /// <summary>The decision of one row, changed.</summary>
    private static Mutation Decided(Func<CreatePolicy, CreateState, CreateEvent, Decision, Decision> change) =>
        new() { Next = (policy, state, happened, now) => change(policy, state, happened, CreateProtocol.Next(policy, state, happened, now)) };

    /// <summary>What a row is told, changed.</summary>
    private static Mutation Told(Func<CreatePolicy, CreateState, CreateEvent, (CreateState, CreateEvent)> change) => new()
    {
        Next = (policy, state, happened, now) =>
        {
            var (otherState, otherEvent) = change(policy, state, happened);
            return CreateProtocol.Next(policy, otherState, otherEvent, now);
        },
    };

    private static Mutation Told(Func<CreateState, CreateEvent, CreateEvent> change) => Told((_, state, happened) => (state, change(state, happened)));
}
