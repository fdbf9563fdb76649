using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Semel.Workflows;

namespace Semel.Protocol;

/// <summary>Does what <see cref="CreateProtocol"/> decides, under the key's lock where it can be had, until it says return or fail.</summary>
internal sealed class CreateExecutor(IRemote remote, SemelContext context, CreatePolicy policy)
{
    /// <summary>No create takes more decisions than this but for the polls of one that becomes ready; the bound is far above any that the protocol can reach.</summary>
    private const int MaximumDecisions = 200;

    /// <summary>Compare-and-sets of one run that others may win.</summary>
    private const int MaximumLostWrites = 24;

    /// <summary>Updates of one run that may be refused because somebody changed the resource meanwhile.</summary>
    private const int MaximumStaleUpdates = 3;

    private readonly IRemote _remote = context.Between(remote);
    private readonly ResourceEffects _effects = new(context.Between(remote), context, policy.Key);

    public async Task<(Effect.Return Done, string Reason)> RunAsync(CancellationToken cancellationToken)
    {
        using var activity = Telemetry.Start(policy.Key);
        try
        {
            await using var held = await RunnerLock.TakeAsync(context, policy.Key, cancellationToken).ConfigureAwait(false);
            var (done, reason) = await DecideAsync(policy with { Alone = held.IsHeld, Holder = held.Other }, new RunClock(context.TimeProvider), activity, cancellationToken).ConfigureAwait(false);
            Telemetry.Ended(activity, policy, done.Outcome, done.Verified);
            if (done.Outcome is not Outcome.Updated)
                foreach (var difference in done.Differences) Log.Drift(context.Logger, policy.Key, difference.Kind, difference.ToString());
            if (done.Live.Duplicates.Count > 0) Log.Duplicates(context.Logger, policy.Key, done.Live.Id, string.Join(", ", done.Live.Duplicates));
            Log.Ensured(context.Logger, policy.Key, done.Outcome, done.Live.Id, done.Verified, reason);
            context.Tell(new EnsuredNotice(policy.Key, done.Live.Id, done.Outcome, done.Verified, done.Live.Generation, reason));
            return (done, reason);
        }
        catch (Exception exception)
        {
            Telemetry.Failed(activity, policy, exception);
            Log.Stopped(context.Logger, exception is OperationCanceledException ? LogLevel.Information : LogLevel.Error, policy.Key, exception.GetType().Name, exception.Message);
            throw;
        }
    }

    private async Task<(Effect.Return Done, string Reason)> DecideAsync(CreatePolicy current, RunClock clock, Activity? activity, CancellationToken cancellationToken)
    {
        var decision = CreateProtocol.Start();
        IReadOnlyList<Difference> updated = [];
        for (int taken = 0, lost = 0, stale = 0; taken < MaximumDecisions; taken++)
        {
            var isAtOnce = decision.Effect is Effect.Write { Cancellable: false }; // a logger that throws must not come between the wire and its record
            if (!isAtOnce) Tell(activity, decision);
            switch (decision.Effect)
            {
                case Effect.Return { Outcome: Outcome.Updated } done: return (done with { Differences = updated }, decision.Reason);
                case Effect.Return done: return (done, decision.Reason);
                case Effect.Fail { Failure: var failure }:
                    if (failure is Failure.Rejected { Cause: OperationCanceledException } or Failure.FollowUp { Cause: OperationCanceledException }) cancellationToken.ThrowIfCancellationRequested();
                    throw failure.ToException(policy.Key);
                case Effect.Wait when decision.State is CreateState.Polling or CreateState.AwaitingOperation: // bounded by time
                    taken--;
                    break;
                case Effect.Get or Effect.PollOperation when decision.State is CreateState.Polling or CreateState.AwaitingOperation:
                    taken--;
                    break;
            }

            var asked = clock.Now;
            var happened = await DoAsync(decision, clock, cancellationToken).ConfigureAwait(false) with { AskedAt = asked };
            if (decision.Effect is Effect.Post or Effect.Delete or Effect.Update) clock.CatchUp();
            if (decision.Effect is Effect.Update { Differences: var differences }) updated = differences;
            if (isAtOnce) Tell(activity, decision);
            if (happened is CreateEvent.UpdateRefused { Status: 412 } refused && ++stale >= MaximumStaleUpdates) happened = refused with { IsLast = true };
            if (happened is CreateEvent.WriteLost && ++lost > MaximumLostWrites) throw new StateException($"The record of {policy.Key} was written by others {lost} times; run again when they are done.");
            if (happened is CreateEvent.Looked looked) ReportOlder(looked.Sightings, decision.State);
            decision = context.Next(current, decision.State, happened, clock.Now);
        }

        throw new UnreachableException($"{policy.Key}: more than {MaximumDecisions} decisions.");
    }

    private void Tell(Activity? activity, Decision decision)
    {
        Telemetry.Decided(activity, decision);
        Log.Decided(context.Logger, policy.Key, decision.Effect.GetType().Name, decision.Reason);
        StepScope.Current?.Decided(policy.Key, decision);
    }

    private void ReportOlder(IReadOnlyList<Sighting> sightings, CreateState state)
    {
        var newest = state is CreateState.Doubting doubting ? doubting.Intent.Generation : sightings.Max(sighting => (int?)sighting.Generation);
        foreach (var older in sightings.Where(sighting => sighting.Ownership == Ownership.Ours && sighting.Generation < newest))
            Log.OlderGeneration(context.Logger, policy.Key, older.Id, older.Generation);
    }

    private async Task<CreateEvent> DoAsync(Decision decision, RunClock clock, CancellationToken cancellationToken)
    {
        // a write that records what happened on the wire must not be lost to the caller's cancellation (rule 3);
        // a POST that is cancelled before its first byte says so, and its attempt is settled
        if (decision.Effect is not (Effect.Write { Cancellable: false } or Effect.Post)) cancellationToken.ThrowIfCancellationRequested();
        return decision.Effect switch
        {
            Effect.ReadRecord => new CreateEvent.RecordRead(await context.Repository.FindAsync(policy.Key, cancellationToken).ConfigureAwait(false)),
            Effect.Look => await _remote.LookAsync(cancellationToken).ConfigureAwait(false),
            Effect.Update update => await _remote.UpdateAsync(update.Live, update.Differences, new Deadline(clock, update.NotAfter), cancellationToken).ConfigureAwait(false),
            Effect.Post post => await PostAsync(post.Intent, clock, cancellationToken).ConfigureAwait(false),
            Effect.PollOperation poll => await _remote.PollAsync(poll.Operation, cancellationToken).ConfigureAwait(false),
            Effect.FollowUp follow => await _remote.FollowUpAsync(follow.Name, follow.Body, cancellationToken).ConfigureAwait(false),
            _ => await _effects.DoAsync(decision, clock, cancellationToken).ConfigureAwait(false),
        };
    }

    private Task<CreateEvent> PostAsync(IntentRecord intent, RunClock clock, CancellationToken cancellationToken)
    {
        Telemetry.Posting(policy.Key);
        return _remote.PostAsync(intent, new Deadline(clock, intent.Attempts[^1].SentAt + policy.CreateTimeout), cancellationToken);
    }
}
