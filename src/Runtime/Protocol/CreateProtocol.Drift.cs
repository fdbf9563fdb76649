using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>A recorded resource that is not as it is wanted: said, updated, replaced or refused, as the policy says.</summary>
internal static partial class CreateProtocol
{
    /// <summary>What the input alone shows to be refused is refused before any call; null: nothing is.</summary>
    private static Decision? RefuseChange(CreatePolicy policy, LiveRecord live) => Refuse(policy, live, DriftCheck.OfInput(policy, live));

    private static Decision? Refuse(CreatePolicy policy, LiveRecord live, IReadOnlyList<Difference> drift)
    {
        var needNew = drift.Where(difference => difference.NeedsReplacement).ToList();
        return policy.OnDrift switch
        {
            OnDrift.Fail => drift.Count > 0 ? StopDrift(policy, live, drift) : null,
            OnDrift.Report => needNew.Any(difference => difference.Kind == DriftKind.InputChanged) ? StopReplacementRequired(policy, live, drift) : null,
            OnDrift.Update => needNew.Count > 0 ? StopReplacementRequired(policy, live, drift) : null,
            OnDrift.Replace => needNew.Count > 0 && !policy.CanDelete ? StopNoDelete(policy, live) : null,
        };
    }

    /// <summary>Nothing of its own create is left to do: now it may be brought to what is wanted.</summary>
    private static Decision Compare(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified, DateTimeOffset now, string reason)
    {
        if (DriftCheck.Completed(policy, live) is { } completed)
            return Record(policy, completed with { Provenance = Because(now, "its secrets are no plain text, and have fingerprints from now on") }, body, outcome, verified);
        var drift = DriftCheck.Of(policy, live, verified ? body : null);
        if (outcome is not (Outcome.Reused or Outcome.Adopted)) return Return(live, body, outcome, verified, drift, reason); // this run made or updated it: once is enough
        if (Refuse(policy, live, drift) is { } refused) return refused;
        if (policy.OnDrift is OnDrift.Update or OnDrift.Replace)
        {
            if (drift.Any(difference => difference.NeedsReplacement)) return RecreateWhenFree(policy, live, Replacing(policy), now);
            IReadOnlyList<Difference> wanted = policy.SecretWrites == SecretWrites.AlwaysWrite ? [.. drift.UnionBy(DriftCheck.Secrets(policy), difference => difference.Property)] : drift;
            if (wanted.Count > 0) return UpdateWhenFree(policy, live, body, outcome, verified, wanted, now);
        }

        return drift.Count == 0 && live.Input is null
            ? Record(policy, live with { Input = policy.Input.Json, Fingerprint = policy.Input.Fingerprint, Secrets = policy.Input.Secrets, Provenance = Because(now, "the input is what it has to be compared with from now on") }, body, outcome, verified)
            : Return(live, body, outcome, verified, drift, reason);
    }

    private static Decision Return(LiveRecord live, JsonObject body, Outcome outcome, bool verified, IReadOnlyList<Difference> drift, string reason) =>
        new(new CreateState.Ended(), new Effect.Return(live, body, outcome, verified) { Differences = drift }, reason);

    private static Recreate Replacing(CreatePolicy policy) => policy.ReplaceOrder switch
    {
        ReplaceOrder.DeleteFirst => Recreate.DeleteFirst,
        ReplaceOrder.CreateFirst => Recreate.CreateFirst,
    };

    /// <summary>The same update may be sent again at once; before another one, the earlier must have arrived or never will.</summary>
    private static Decision UpdateWhenFree(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified, IReadOnlyList<Difference> drift, DateTimeOffset now)
    {
        if (!policy.Alone) return StopBusy(policy, policy.Holder, $"'{live.Id}' is to be updated, and another runner holds its key");
        return live.Update is { } earlier && earlier.Fingerprint != policy.Input.Fingerprint && earlier.InFlightUntil > now
            ? Wait(new CreateState.WaitingToUpdate(live, body, outcome, verified, drift), earlier.InFlightUntil, "an earlier update of it may still arrive")
            : BeginUpdate(policy, live, body, outcome, verified, drift, now);
    }

    /// <summary>What is about to change is durable before the update is sent: a crash in between must not leave a record that is taken for true.</summary>
    private static Decision BeginUpdate(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified, IReadOnlyList<Difference> drift, DateTimeOffset now)
    {
        var paths = drift.Select(difference => difference.Property).Union(live.Update?.Properties ?? []);
        var begun = live with
        {
            Update = new([.. paths], policy.Input.Fingerprint, now + policy.ReadTimeout + policy.CreateTimeout + policy.FlightTime + policy.ClockSkew),
            Provenance = Because(now, $"about to update: {string.Join(", ", drift.Select(difference => difference.Property))}"),
        };
        return new(new CreateState.BeginningUpdate(live, body, outcome, verified, drift), new Effect.Write(begun, live.Version, Cancellable: true), begun.Provenance.Reason);
    }

    private static Decision SendUpdate(CreatePolicy policy, CreateState.BeginningUpdate beginning, LiveRecord live, DateTimeOffset now) => new(
        new CreateState.Updating(live, beginning.Body, beginning.Verified, beginning.Before.Update),
        new Effect.Update(live, beginning.Differences, now + policy.ReadTimeout), "that an update is begun is durable");

    /// <summary>Read again where it can be: it has changed, and how the API shows it is to be known.</summary>
    private static Decision WhenUpdated(CreatePolicy policy, CreateState.Updating updating, DateTimeOffset now)
    {
        var live = updating.Live with
        {
            Update = updating.Before?.InFlightUntil > now ? updating.Before with { Properties = [] } : null, // an earlier one may still arrive: another must wait
            Input = policy.Input.Json,
            Fingerprint = policy.Input.Fingerprint,
            Secrets = policy.Input.Secrets,
            ShownAs = null,
            Readiness = policy.CanRead ? Readiness.Pending : updating.Live.Readiness,
            Provenance = Because(now, "it is updated to what is wanted"),
        };
        return Record(policy, live, updating.Body, Outcome.Updated, verified: false);
    }

    /// <summary>Nothing of it was applied: the record is as it was before it was begun.</summary>
    private static Decision WhenUpdateRefused(CreatePolicy policy, CreateState.Updating updating, CreateEvent.UpdateRefused refused, DateTimeOffset now)
    {
        var failure = new Failure.Rejected(
            $"{policy.Key} is the resource '{updating.Live.Id}' and was not updated: {refused.Evidence.TrimEnd('.')}.{(refused.Status == 412 ? " Somebody changed it meanwhile: run again to compare it anew." : " Mend the cause and run again.")}", refused.Status, (refused.Cause as ApiException)?.Problem, refused.Cause);
        var live = updating.Live with { Update = updating.Before, Provenance = Because(now, $"the update was refused: {refused.Evidence}") };
        var recording = Record(policy, live, updating.Body, Outcome.Reused, updating.Verified);
        var isStale = refused is { Status: 412, IsLast: false } && policy.CanRead;
        return recording with { State = (CreateState.Recording)recording.State with { Then = isStale ? null : failure, IsStale = isStale } };
    }
}
