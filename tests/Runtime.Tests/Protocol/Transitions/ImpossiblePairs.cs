using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>What each state waits for, in a sentence. Every other event is a defect of the executor: it stops the create and does nothing.</summary>
internal static class ImpossiblePairs
{
    private static readonly Recording Mine = new(Live(), [], Outcome.Created, true);

    private static readonly List<(CreateState State, string Waits, Func<CreateEvent, bool> Expects)> States =
    [
        (new Reading(), "waits for the record only", it => it is RecordRead),
        (new LookingFirst(0), "waits for the look only", IsLook),
        (new LookingAgain(Tombstone(), Intent(AttemptState.NotApplied), 0, 0, "because"), "waits for the look only", IsLook),
        (new Verifying(Live()), "waits for the GET only", IsRead),
        (new ConfirmingAbsence(Live()), "waits for the list only", IsRead),
        (new WaitingToRecreate(Live(), Recreate.Force), "waits for a time only", it => it is Waited),
        (new BeginningDelete(Live()), "waits for the write of the intent to delete only", it => it is WriteLost or Written { Record: DeletingRecord }),
        (new FinishingDelete(Deleting(), null), "waits for the DELETE only", IsDelete),
        (new WaitingToDelete(Deleting(), null), "waits for a time only", it => it is Waited),
        (new CheckingRefused(new FinishingDelete(Deleting(), null), Live(), new Failure.State("refused")), "waits for the GET only", IsRead),
        (new ConfirmingDelete(Deleting(), null), "waits for the list only", IsRead),
        (new Burying(Tombstone(), false), "waits for the write of the tombstone only", it => it is WriteLost or Written { Record: TombstoneRecord }),
        (new WaitingAfterDelete(Tombstone(), false), "waits for a time only", it => it is Waited),
        (new Restoring(new Failure.State("refused")), "waits for the write of the restored record only, and stops whatever came of it", it => it is WriteLost or Written),
        (new Intending(0, 0), "waits for the write of the intent only", IsIntentWrite),
        (new Sending(Intent(AttemptState.Pending), 1), "waits for the reply to the POST only", it => it is Applied or Accepted or NotApplied or Exists or Ambiguous),
        (new Settling(Intent(AttemptState.Ambiguous), 1, null), "waits for the write of what the attempt came to only", IsIntentWrite),
        (new Doubting(Intent(AttemptState.Ambiguous), 1, 0), "waits for the look only", IsLook),
        (new CheckingFound(Live(), Outcome.Adopted), "waits for the GET only", IsRead),
        (new Waiting(Intent(AttemptState.Ambiguous), 1), "waits for a time only", it => it is Waited),
        (new Pausing(Intent(AttemptState.Ambiguous), 1, "because"), "waits for a time only", it => it is Waited),
        (new Accepting(Intent(AttemptState.Accepted), 1), "waits for the write of the operation only", IsIntentWrite),
        (new AwaitingOperation(Intent(AttemptState.Accepted) with { Operation = "/operations/1" }, 1, Now), "waits for the operation or for the time to ask again",
            it => it is Waited or OperationRunning or OperationSucceeded or OperationFailed or SeenAbsent or NotKnown),
        (Mine, "waits for the write of the live record only", it => it is WriteLost or Written { Record: LiveRecord }),
        (new Reconciling(Mine), "waits for the other runner's record only", it => it is RecordRead),
        (new CheckingDuplicates(Live(), [], Outcome.Created, true, new DuplicateCheck(false)), "waits for the look only", IsLook),
        (new Polling(Live(), [], Outcome.Created, true, Now), "waits for the GET or for the time to ask again", it => it is Waited || IsRead(it)),
        (new FollowingUp(Live(), [], Outcome.Created, true, "attach"), "waits for the follow-up only", it => it is FollowedUp or FollowUpFailed),
        (new WaitingToUpdate(Live(), [], Outcome.Reused, true, []), "waits for a time only", it => it is Waited),
        (new BeginningUpdate(Live(), [], Outcome.Reused, true, []), "waits for the write that says that an update is begun only", it => it is WriteLost or Written { Record: LiveRecord }),
        (new Updating(Live(), [], true, null), "waits for the reply to the update only", it => it is Updated or UpdateRefused or NotKnown),
        (new Retiring(Live(), [], Outcome.Created, true, "0"), "waits for the DELETE only", IsDelete),
        (new ConfirmingRetired(new Retiring(Live(), [], Outcome.Created, true, "0")), "waits for the list only", IsRead),
        (new Ended(), "waits for nothing", _ => false),
    ];

    /// <summary>One of each kind, and of a write one for each kind of record: a write of the wrong record is as impossible as another event.</summary>
    private static readonly List<(string Name, CreateEvent Event)> Events =
    [
        ("a record", new RecordRead(null)),
        ("a written intent", new Written(Intent(AttemptState.Pending))), ("a written live record", new Written(Live())), ("a written tombstone", new Written(Tombstone())),
        ("a written intent to delete", new Written(Deleting())), ("a written move", new Written(Moved())), ("a lost write", new WriteLost()),
        ("a look", Given.Looked()), ("a presence", new SeenPresent([])), ("an absence", new SeenAbsent()), ("no answer", new NotKnown(500, "500")),
        ("a delete", new Deleted()), ("a refused delete", new DeleteRefused(409, "in use")),
        ("an update", new Updated()), ("a refused update", new UpdateRefused(422, "422")),
        ("an applied POST", new Applied("5", [], true)), ("an accepted POST", new Accepted("/operations/1")), ("a rejected POST", new NotApplied(422, null, "422")),
        ("an 'already exists'", new Exists(null)), ("an ambiguous POST", new Ambiguous(null, "reset")),
        ("a running operation", new OperationRunning()), ("a finished operation", new OperationSucceeded("5")), ("a failed operation", new OperationFailed("quota")),
        ("a follow-up", new FollowedUp()), ("a failed follow-up", new FollowUpFailed(new InvalidOperationException())), ("a time", new Waited()),
    ];

    public static IEnumerable<Row> Rows =>
        from state in States
        from happened in Events
        where !state.Expects(happened.Event)
        select new Row($"{state.State.GetType().Name} {state.Waits}, so {happened.Name} is impossible", Policy(), state.State, happened.Event, Then.Fails<Failure.Impossible>("defect of Semel"));

    /// <summary>The state's sentence allows the event.</summary>
    public static bool Expects(CreateState state, CreateEvent happened) => States.Single(it => it.State.GetType() == state.GetType()).Expects(happened);

    /// <summary>Every pair that the sentences allow.</summary>
    public static IEnumerable<(Type State, Type Event)> Awaited() =>
        from state in States from happened in Events where state.Expects(happened.Event) select (state.State.GetType(), happened.Event.GetType());

    private static bool IsLook(CreateEvent it) => it is CreateEvent.Looked or NotKnown;

    private static bool IsRead(CreateEvent it) => it is SeenPresent or SeenAbsent or NotKnown;

    private static bool IsDelete(CreateEvent it) => it is Deleted or DeleteRefused or NotKnown;

    private static bool IsIntentWrite(CreateEvent it) => it is WriteLost or Written { Record: IntentRecord };
}
