using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>One decision with all that it was made from.</summary>
internal sealed record Step(CreatePolicy Policy, CreateState State, CreateEvent Event, DateTimeOffset Now)
{
    public Decision Decision { get; } = CreateProtocol.Next(Policy, State, Event, Now);

    /// <summary>The record that is written; null where none is.</summary>
    public ResourceRecord? Written => (Decision.Effect as Effect.Write)?.Record;

    /// <summary>The stored record that the decision goes by; null where there is none.</summary>
    public ResourceRecord? Basis => (State, Event) switch
    {
        (_, CreateEvent.RecordRead read) => read.Record,
        (_, CreateEvent.Written written) => written.Record,
        (CreateState.LookingAgain it, _) => it.Before,
        (CreateState.Verifying it, _) => it.Live,
        (CreateState.ConfirmingAbsence it, _) => it.Live,
        (CreateState.WaitingToRecreate it, _) => it.Live,
        (CreateState.FinishingDelete it, _) => it.Deleting,
        (CreateState.WaitingToDelete it, _) => it.Deleting,
        (CreateState.CheckingRefused it, _) => it.Asked.Deleting,
        (CreateState.ConfirmingDelete it, _) => it.Deleting,
        (CreateState.CheckingFound it, _) => it.Found,
        (CreateState.WaitingAfterDelete it, _) => it.Tombstone,
        (CreateState.Sending it, _) => it.Intent,
        (CreateState.Doubting it, _) => it.Intent,
        (CreateState.Waiting it, _) => it.Intent,
        (CreateState.Pausing it, _) => it.Intent,
        (CreateState.AwaitingOperation it, _) => it.Intent,
        (CreateState.CheckingDuplicates it, _) => it.Live,
        (CreateState.Polling it, _) => it.Live,
        (CreateState.FollowingUp it, _) => it.Live,
        (CreateState.Retiring it, _) => it.Live,
        (CreateState.WaitingToUpdate it, _) => it.Live,
        (CreateState.Updating it, _) => it.Live,
        (CreateState.ConfirmingRetired it, _) => it.Asked.Live,
        _ => null,
    };

    /// <summary>Ids of resources that this run knows to exist and that no record is known to name.</summary>
    public IEnumerable<string> Unrecorded => (State, Event) switch
    {
        (CreateState.Sending, CreateEvent.Applied applied) => [applied.Id],
        (CreateState.AwaitingOperation, CreateEvent.OperationSucceeded done) => [done.Id],
        (CreateState.Recording { Outcome: Outcome.Created or Outcome.Replaced } it, CreateEvent.WriteLost) => [it.Live.Id],
        (CreateState.Reconciling it, CreateEvent.RecordRead) => [it.Mine.Live.Id],
        _ => [],
    };

    public override string ToString() => $"{State}\n  + {Event}\n  → {Decision.State.GetType().Name}, {Decision.Effect}\n  under {Policy}";
}
