using Semel.Protocol;
using Semel.Workflows;

namespace Semel;

/// <summary>
/// Deletes by id. Where a record names the resource, a durable intent to delete comes first and a tombstone last (rule 9): what
/// comes between is decided by <see cref="CreateProtocol"/>, as for a delete that a create begins.
/// </summary>
internal sealed class Deletion(SemelContext semel, IResourceRemote remote, bool canRead, bool canList, bool nameIsId)
{
    private readonly RunClock _clock = new(semel.TimeProvider);

    /// <summary>Deletes the resource that the key's record names; one that it doesn't name is deleted without a record.</summary>
    public async Task RunAsync(ResourceKey key, string id, CancellationToken cancellationToken)
    {
        await using var held = await RunnerLock.RequireAsync(semel, key, cancellationToken).ConfigureAwait(false);
        var policy = PolicyFor(key);
        for (var rereads = 0; rereads <= CreatePolicy.MaximumRereads; rereads++)
        {
            var record = await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (Begin(policy, record, id) is not { } begun)
            {
                await RunUnrecordedAsync(key, id, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (await DecideAsync(policy, begun, cancellationToken).ConfigureAwait(false)) return;
        }

        throw new StateException($"The record of {key} was written by others while '{id}' was to be deleted; delete it when they are done.");
    }

    public async Task RunUnrecordedAsync(ResourceKey key, string id, CancellationToken cancellationToken)
    {
        switch (await remote.DeleteAsync(id, marker: null, keepsIdentity: false, new Deadline(_clock, _clock.Now + semel.Options.ReadTimeout), cancellationToken).ConfigureAwait(false))
        {
            case CreateEvent.Deleted:
                return;
            case CreateEvent.DeleteRefused refused:
                throw new RejectedException(key, $"'{id}' of {key} was not deleted: {refused.Evidence.TrimEnd('.')}.", refused.Status, (refused.Cause as ApiException)?.Problem, refused.Cause);
            case CreateEvent.NotKnown unknown:
                throw new UnknownException(key, $"Deleting '{id}' of {key} was not confirmed ({unknown.Evidence.TrimEnd('.')}). Delete it again.", unknown.Status, unknown.Cause);
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }

    /// <summary>What it replaces goes first. Null: the record doesn't name it.</summary>
    private Decision? Begin(CreatePolicy policy, ResourceRecord? record, string id) => record switch
    {
        DeletingRecord deleting when deleting.Id == id => CreateProtocol.ResumeDelete(deleting, _clock.Now),
        LiveRecord live when live.Id == id && live.Retiring.Count > 0 => CreateProtocol.Retire(policy, live, live.Attributes, Outcome.Reused, verified: false, _clock.Now),
        LiveRecord live when live.Id == id => CreateProtocol.BeginDelete(policy, live, _clock.Now, "about to delete"),
        _ => null,
    };

    /// <summary>True when the tombstone is written; false when the record has to be read again.</summary>
    private async Task<bool> DecideAsync(CreatePolicy policy, Decision decision, CancellationToken cancellationToken)
    {
        var effects = new ResourceEffects(remote, semel, policy.Key);
        while (true)
        {
            if (decision is { State: CreateState.Burying { Tombstone: var tombstone }, Effect: Effect.Write write })
                decision = decision with { Effect = write with { Record = tombstone with { Provenance = tombstone.Provenance with { Reason = "deleted" } } } };
            var isAtOnce = decision.Effect is Effect.Write { Cancellable: false }; // a logger that throws must not come between the wire and its record
            if (!isAtOnce) Tell(policy.Key, decision);
            if (decision.Effect is Effect.Fail { Failure: var failure }) throw failure.ToException(policy.Key);
            if (!isAtOnce) cancellationToken.ThrowIfCancellationRequested();
            var asked = _clock.Now;
            var happened = await effects.DoAsync(decision, _clock, cancellationToken).ConfigureAwait(false) with { AskedAt = asked };
            if (decision.Effect is Effect.Delete) _clock.CatchUp();
            if (isAtOnce) Tell(policy.Key, decision);
            switch (decision.State, happened)
            {
                case (CreateState.Burying, CreateEvent.Written):
                    return true;
                case (CreateState.Recording, _) or (CreateState.Burying or CreateState.BeginningDelete, CreateEvent.WriteLost):
                    return false; // what it replaces is gone, or another runner was faster
            }

            decision = semel.Next(policy, decision.State, happened, _clock.Now);
        }
    }

    private void Tell(ResourceKey key, Decision decision)
    {
        Log.Decided(semel.Logger, key, decision.Effect.GetType().Name, decision.Reason);
        StepScope.Current?.Decided(key, decision);
    }

    /// <summary>Nothing is wanted; the rest is what a delete rests on.</summary>
    private CreatePolicy PolicyFor(ResourceKey key) => new(
        key, Guarantee.AtMostOnce, Verify: false, OnExists.Fail, LookFirst: false, CanLook: false, HasMarker: false, canList,
        DesiredInput.Of([], [], null), [], semel.Options.CreateTimeout, semel.Options.FlightTime, semel.Options.ListLag, semel.Options.Credential)
    {
        Runner = semel.Runner,
        CanRead = canRead,
        NameIsId = nameIsId,
        CanDelete = true,
        ReadTimeout = semel.Options.ReadTimeout,
    };
}
