using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>
/// Asks <see cref="CreateProtocol"/> for the same decisions as <see cref="CreateExecutor"/>, reads what that would read, and stops
/// at the first thing that would change the API. Records are written in its head only; waits are over at once.
/// </summary>
internal sealed class CreatePlanner(EnsureCall call, bool refresh)
{
    private const int MaximumDecisions = 200;

    private readonly IRemote _remote = call.Semel.Between(call.Remote);
    private readonly CreatePolicy _policy = call.Policy;
    private readonly List<string> _duties = [];
    private IReadOnlyList<Difference> _changes = [];
    private ResourceRecord? _record;
    private DateTimeOffset _now;
    private bool _isAsked;

    /// <summary>What a run would ask first and a plan by the records doesn't.</summary>
    private string? _notAsked;

    /// <summary>The verdict, and what the create would return; null where it would stop.</summary>
    public async Task<(ResourcePlan Plan, Effect.Return? Done)> PlanAsync(CancellationToken cancellationToken)
    {
        if (Unknowns.Contains(_policy.Key.Instance)) return Made(Verdict.Create, "its key is known after apply");
        _now = call.Semel.TimeProvider.GetUtcNow();
        var holder = await call.Semel.Repository.FindHolderAsync(_policy.Key, cancellationToken).ConfigureAwait(false);
        var policy = _policy with { Alone = holder is null, Holder = holder };
        try
        {
            _record = await new PlannedMove(call).FindAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StateException stopped)
        {
            return (Plan(Verdict.Stuck, stopped.Message, null), null);
        }

        var before = _record as LiveRecord;
        var decision = CreateProtocol.Start();
        for (var taken = 0; taken < MaximumDecisions; taken++)
        {
            if (Conclude(decision) is { } end) return end with { Plan = end.Plan with { Changes = Shown(end.Plan.Verdict == Verdict.Replace && before is not null ? DriftCheck.OfInput(policy, before) : _changes) } };
            var asked = _now;
            var happened = await HappensAsync(decision, cancellationToken).ConfigureAwait(false) with { AskedAt = asked };
            decision = call.Semel.Next(policy, decision.State, happened, _now);
        }

        throw new InvalidOperationException($"{_policy.Key}: more than {MaximumDecisions} decisions.");
    }

    /// <summary>What the next thing to do means for the plan; null where it is only read, recorded or waited for.</summary>
    private (ResourcePlan Plan, Effect.Return? Done)? Conclude(Decision decision) => (decision.State, decision.Effect) switch
    {
        (_, Effect.Return done) => Done(done, decision.Reason),
        (_, Effect.Fail { Failure: var failure }) => (Plan(Verdict.Stuck, failure.Message, null), null),
        (_, Effect.Post { Intent: var intent }) => Made(intent.Replaces ? Verdict.Replace : Verdict.Create, intent.Provenance.Reason),
        (CreateState.FinishingDelete { Before: { } before }, Effect.Delete) => Made(Verdict.Replace, $"'{before.Id}' is deleted first"),
        (CreateState.FollowingUp following, Effect.FollowUp { Name: CreatePolicy.BringUpToDate }) => Done(new Effect.Return(following.Live, following.Body, Outcome.Updated, following.Verified), decision.Reason),
        (CreateState.Updating updating, Effect.Update update) => Done(new Effect.Return(update.Live, updating.Body, Outcome.Updated, updating.Verified) { Differences = update.Differences }, "it differs from what is wanted"),
        (CreateState.Polling polling, Effect.Wait) => Pending(polling),
        (CreateState.Polling polling, Effect.Get) when !refresh => Pending(polling),
        (CreateState.AwaitingOperation awaiting, Effect.Wait) => Awaited(awaiting),
        (CreateState.AwaitingOperation awaiting, Effect.PollOperation) when !refresh => Awaited(awaiting),
        (CreateState.LookingFirst or CreateState.LookingAgain or CreateState.Verifying, _) => null,
        (_, Effect.Look or Effect.Get or Effect.ListFor) when !refresh => (Plan(Verdict.Unknown, $"{decision.Reason}; the records alone don't tell", null), PlanScope.NotMadeYet(_policy, Outcome.Created)),
        _ => null,
    };

    private async Task<CreateEvent> HappensAsync(Decision decision, CancellationToken cancellationToken)
    {
        switch (decision.Effect)
        {
            case Effect.ReadRecord:
                return new CreateEvent.RecordRead(_record);
            case Effect.Write write:
                return new CreateEvent.Written(_record = write.Record with { Version = write.ExpectedVersion + 1 });
            case Effect.Wait wait:
                if (wait.Until > _now)
                {
                    _duties.Add($"wait until {wait.Until:u}: {decision.Reason}");
                    _now = wait.Until;
                }

                return new CreateEvent.Waited();
            case Effect.FollowUp followUp:
                _duties.Add($"follow up: {followUp.Name}");
                return new CreateEvent.FollowedUp();
            case Effect.Delete delete:
                _duties.Add($"delete '{delete.Id}': {decision.Reason}");
                return new CreateEvent.Deleted();
            case Effect.Look when !refresh:
                _notAsked = "a run looks first whether it is there";
                return new CreateEvent.Looked([]);
            case Effect.Get when !refresh:
                _notAsked = "a run reads it first";
                return new CreateEvent.SeenPresent(null, Readiness.Ready);
            default:
                return await AskAsync(decision.Effect, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<CreateEvent> AskAsync(Effect effect, CancellationToken cancellationToken)
    {
        _isAsked = true;
        return effect switch
        {
            Effect.Look => _remote.LookAsync(cancellationToken),
            Effect.Get get => _remote.GetAsync(get.Id, cancellationToken),
            Effect.ListFor list => _remote.ListForAsync(list.Id, cancellationToken),
            Effect.PollOperation poll => _remote.PollAsync(poll.Operation, cancellationToken),
            _ => throw new InvalidOperationException(effect.GetType().Name),
        };
    }

    private (ResourcePlan, Effect.Return?) Pending(CreateState.Polling polling)
    {
        _duties.Add("wait until it is ready");
        return Done(new Effect.Return(polling.Live, polling.Body, polling.Outcome, polling.Verified), "it is not known to be ready");
    }

    private (ResourcePlan, Effect.Return?) Awaited(CreateState.AwaitingOperation awaiting)
    {
        _duties.Add("wait for the operation that creates it");
        return Made(awaiting.Intent.Replaces ? Verdict.Replace : Verdict.Create, "an operation creates it");
    }

    private (ResourcePlan, Effect.Return?) Done(Effect.Return done, string reason)
    {
        _changes = done.Differences;
        var verdict = done.Outcome switch
        {
            Outcome.Created => Verdict.Create,
            Outcome.Replaced => Verdict.Replace,
            Outcome.Reused => Verdict.Reuse,
            Outcome.Adopted => Verdict.Adopt,
            Outcome.Updated => Verdict.Update,
        };
        return (Plan(verdict, reason, done.Live.Id), done);
    }

    private static IReadOnlyList<Difference> Shown(IEnumerable<Difference> differences) =>
        [.. differences.Select(difference => difference with { Old = difference.Old is { } old ? Unknowns.Show(old) : null, New = difference.New is { } now ? Unknowns.Show(now) : null })];

    private (ResourcePlan, Effect.Return?) Made(Verdict verdict, string reason) =>
        (Plan(verdict, reason, null), PlanScope.NotMadeYet(_policy, verdict == Verdict.Replace ? Outcome.Replaced : Outcome.Created));

    private ResourcePlan Plan(Verdict verdict, string reason, string? id) => new()
    {
        Key = _policy.Key,
        Model = _policy.Key.Model,
        Instance = Unknowns.Show(_policy.Key.Instance),
        Verdict = verdict,
        Reason = _notAsked is null || verdict is Verdict.Stuck or Verdict.Unknown ? Unknowns.Show(reason) : $"by the records; {_notAsked}",
        Guarantee = _policy.Guarantee,
        Id = id,
        Verified = _isAsked,
        Duties = [.. _duties],
        Fingerprint = Unknowns.Contains(_policy.Input.Json) ? null : _policy.Input.Fingerprint,
    };
}
