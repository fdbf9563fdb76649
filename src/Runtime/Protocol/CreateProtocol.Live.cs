using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What a recorded resource still needs: to be verified, to become ready, to be followed up, to retire what it replaces.</summary>
internal static partial class CreateProtocol
{
    private static Decision Record(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified)
    {
        var isSeen = verified && live.Readiness != Readiness.Pending;
        var record = live with { Attributes = policy.Recorded(live.Attributes, live), Withheld = policy.Withheld(live.Attributes, live) };
        record = record with { ShownAs = live.ShownAs is { } known ? DriftCheck.Shown(policy, record, known) : isSeen && live.Input is { } asked ? DriftCheck.ShownAs(policy, record, asked, body) : null };
        return new(new CreateState.Recording(record, body, outcome, verified), new Effect.Write(record, live.Version, Cancellable: false), live.Provenance.Reason);
    }

    private static Decision WhenRecorded(CreatePolicy policy, CreateState.Recording recording, LiveRecord live, DateTimeOffset now)
    {
        if (recording.Then is { } failure) return Stop(failure);
        if (recording.IsStale) return new(new CreateState.Verifying(live), new Effect.Get(live.Id), "somebody changed it meanwhile: it is compared anew");
        return recording.Check is { } check
            ? Look(new CreateState.CheckingDuplicates(live, recording.Body, recording.Outcome, recording.Verified, check), "the API promised to make one: see that it did")
            : Continue(policy, live, recording.Body, recording.Outcome, recording.Verified, now, live.Provenance.Reason);
    }

    /// <summary>The next thing that a recorded resource needs, or nothing.</summary>
    private static Decision Continue(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified, DateTimeOffset now, string reason)
    {
        if (policy.NextFollowUp(live) == CreatePolicy.ReplaceAdopted) return BeginDelete(policy, live, now, $"'{live.Id}' was there before, and such are replaced");
        if (live.Readiness != Readiness.Ready && policy.CanRead)
            return new(new CreateState.Polling(live, body, outcome, verified, now + policy.ReadyTimeout), new Effect.Get(live.Id), "it is not known to be ready");
        return Finish(policy, live, body, outcome, verified, now, reason);
    }

    /// <summary>What comes once a resource is ready.</summary>
    private static Decision Finish(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified, DateTimeOffset now, string reason)
    {
        var followUp = policy.NextFollowUp(live);
        if (!policy.Alone && (followUp is not null || live.Retiring.Count > 0))
            return StopBusy(policy, policy.Holder, $"'{live.Id}' is created, and another runner is at what follows");
        if (live.PendingFollowUps.Intersect(CreatePolicy.AdoptionDuties).Except(policy.AfterAdopting).Any()) // a wish of an earlier declaration must not come true later
            return Record(policy, live with { PendingFollowUps = [.. live.PendingFollowUps.Except(CreatePolicy.AdoptionDuties)], Provenance = Because(now, "it stays as it was adopted") }, body, outcome, verified);
        if (followUp is not null) return new(new CreateState.FollowingUp(live, body, outcome, verified, followUp), new Effect.FollowUp(followUp, body), $"'{followUp}' follows the create");
        return live.Retiring.Count > 0 && policy.CanDelete
            ? Retire(policy, live, body, outcome, verified, now)
            : Compare(policy, live, body, outcome, verified, now, reason);
    }

    /// <summary>What a recorded resource replaces is deleted: its record alone still names that.</summary>
    public static Decision Retire(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified, DateTimeOffset now) =>
        new(new CreateState.Retiring(live, body, outcome, verified, live.Retiring[0]), new Effect.Delete(live.Retiring[0], OlderMarker(live), KeepsIdentity: true, now + policy.ReadTimeout), $"'{live.Retiring[0]}' is replaced");

    private static Decision WhenVerified(CreatePolicy policy, LiveRecord live, CreateEvent.SeenPresent seen, DateTimeOffset now)
    {
        var attributes = seen.Body ?? live.Attributes;
        if (seen.Readiness == Readiness.Failed)
            return Record(policy, live with { Readiness = Readiness.Failed, Attributes = attributes, SeenBy = SeenBy(policy, live), Provenance = Because(now, "it ended in an error state") }, attributes, Outcome.Reused, verified: true);
        var isKnown = live.ShownAs is not null || live.Input is null;
        if (isKnown && live.SeenBy == SeenBy(policy, live) && JsonNode.DeepEquals(policy.Recorded(attributes, live), live.Attributes)
            && policy.Withheld(attributes, live).Count == live.Withheld.Count)
            return Continue(policy, live, attributes, Outcome.Reused, verified: true, now, $"the resource '{live.Id}' is alive and as recorded");
        var refreshed = (DriftCheck.Completed(policy, live) ?? live) with { Attributes = attributes, SeenBy = SeenBy(policy, live), Provenance = Because(now, "refreshed from the verifying read") };
        return Record(policy, refreshed, attributes, Outcome.Reused, verified: true);
    }

    /// <summary>Who may judge that it is absent; and, while an earlier one is to be retired, that one too.</summary>
    private static string? SeenBy(CreatePolicy policy, LiveRecord live) => live.Retiring.Count > 0 ? live.SeenBy : policy.Credential;

    private static Decision WhenFollowedUp(CreatePolicy policy, CreateState.FollowingUp following, DateTimeOffset now)
    {
        var live = following.Live with
        {
            PendingFollowUps = [.. following.Live.PendingFollowUps.Where(name => name != following.Name)],
            DoneFollowUps = [.. following.Live.DoneFollowUps, following.Name],
            Provenance = Because(now, $"'{following.Name}' is done"),
        };
        return following.Name == CreatePolicy.BringUpToDate
            ? Record(policy, live with { Readiness = policy.CanRead ? Readiness.Pending : live.Readiness, Input = policy.Input.Json, Fingerprint = policy.Input.Fingerprint, Secrets = policy.Input.Secrets, ShownAs = null }, following.Body, Outcome.Updated, following.Verified) // read again: it has changed
            : Record(policy, live, following.Body, following.Outcome, following.Verified);
    }

    private static Decision WhenRetired(CreatePolicy policy, CreateState.Retiring retiring, bool confirmed, DateTimeOffset now)
    {
        if (!confirmed && retiring.Live.SeenBy != policy.Credential)
            return StopRetiring(policy, retiring, 404, $"status 404, but {OtherCredentials(retiring.Live.SeenBy, policy.Credential)}", null);
        return confirmed || !policy.CanList
            ? Retired(policy, retiring, now)
            : new(new CreateState.ConfirmingRetired(retiring), new Effect.ListFor(retiring.Id), "404 may mean forbidden: a complete list has to lack it too");
    }

    private static Decision Retired(CreatePolicy policy, CreateState.Retiring retiring, DateTimeOffset now)
    {
        var live = retiring.Live with
        {
            Retiring = [.. retiring.Live.Retiring.Where(id => id != retiring.Id)],
            Provenance = Because(now, $"'{retiring.Id}', which it replaces, is deleted"),
        };
        return Record(policy, live, retiring.Body, retiring.Outcome, retiring.Verified);
    }

    private static string? OlderMarker(LiveRecord live) =>
        live is { Marker: not null, Generation: > 1 } ? Marker.For(live.Key, live.Generation - 1).ToString() : null;
}
