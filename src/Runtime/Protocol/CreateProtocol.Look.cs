using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What a look means. Adopt only what is ours (rule 7); exactly one, or none.</summary>
internal static partial class CreateProtocol
{
    private static Decision WhenLookedFirst(CreatePolicy policy, CreateState.LookingFirst looking, IReadOnlyList<Sighting> sightings, DateTimeOffset now)
    {
        var ours = Ours(sightings);
        if (ours.Count > 0)
        {
            var generation = ours.Max(sighting => sighting.Generation);
            var current = ours.FindAll(sighting => sighting.Generation == generation);
            return current.Count == 1
                ? Adopt(policy, current[0], generation, null, now, "no record, but its marker proves that it is ours")
                : StopSeveral(policy, current, "carry the marker of");
        }

        var named = Named(policy, sightings);
        if (named.Count > 1) return StopSeveral(policy, named, "have the name of");
        if (named.Count == 0) return IntendFirst(policy, looking.Rereads, looked: true, now);
        return MayAdopt(policy, named[0])
            ? Adopt(policy, named[0], 1, null, now, "no record, and names in this scope are declared to be ours")
            : StopConflict(policy, named[0]);
    }

    /// <summary>Before the next generation is created: nothing may carry one that the record doesn't know.</summary>
    private static Decision WhenLookedAgain(CreatePolicy policy, CreateState.LookingAgain looking, IReadOnlyList<Sighting> sightings, DateTimeOffset now)
    {
        var ours = Ours(sightings);
        var unknown = ours.FindAll(sighting => sighting.Generation > looking.Before.Generation);
        if (unknown.Count > 0) return StopRolledBack(policy, looking.Before, unknown);
        var same = ours.FindAll(sighting => looking.Before is IntentRecord && sighting.Generation == looking.Before.Generation);
        if (same.Count > 1) return StopSeveral(policy, same, "carry the marker of");
        return same.Count == 1
            ? Adopt(policy, same[0], looking.Before.Generation, (IntentRecord)looking.Before, now, "its marker proves that a run whose record is lost made it")
            : Intend(policy, looking.Intent with { LookedBefore = true }, looking.Sent, looking.Rereads, now, looking.Reason);
    }

    private static Decision WhenLookedInDoubt(CreatePolicy policy, CreateState.Doubting doubting, IReadOnlyList<Sighting> found, DateTimeOffset asked, DateTimeOffset now)
    {
        var intent = doubting.Intent;
        IReadOnlyList<Sighting> sightings = [.. found.Select(sighting => OfEarlierGeneration(policy, intent, sighting))];
        var ours = Ours(sightings);
        if (ours.Any(sighting => sighting.Generation > intent.Generation)) return StopRolledBack(policy, intent, ours);

        var current = ours.FindAll(sighting => sighting.Generation == intent.Generation);
        if (current.Count > 1) return StopSeveral(policy, current, "carry the marker of");
        if (current.Count == 1) return Adopt(policy, current[0], intent.Generation, intent, now, "its marker proves that an earlier POST made it");

        var named = Named(policy, sightings);
        var byMarker = policy is { HasMarker: true, Guarantee: Guarantee.Marker or Guarantee.Replay } && !intent.MarkerDropped;
        if (!byMarker && !policy.SameName(intent.Input))
            return StopIndeterminate(policy, intent, named, "the name was changed while a create of the earlier one is in doubt, so that a free name proves nothing; run once with the earlier name");
        if (MayBeRolledBack(policy, doubting.Sent) && MayRepeatBlindly(policy, intent, now, out var reason)) return RepeatWhenDue(policy, intent, doubting.Sent, doubting.NotBefore, now, reason);
        return Promised(policy, intent) switch
        {
            Guarantee.Natural => WhenAddressLooked(policy, doubting, named, asked, now),
            Guarantee.UniqueName => WhenNameLooked(policy, doubting, named, asked, now),
            Guarantee.Replay or Guarantee.Marker => WhenNotFound(policy, doubting, named, asked, now),
            Guarantee.AtMostOnce => WhenNothingProves(policy, intent, named, now),
        };
    }

    /// <summary>A create was refused because something is at its address, while an earlier one is in doubt: what stands there is ours if it is what we sent.</summary>
    private static Decision WhenAddressLooked(CreatePolicy policy, CreateState.Doubting doubting, List<Sighting> there, DateTimeOffset asked, DateTimeOffset now)
    {
        if (there.Count == 0 && doubting.Sent > 0 && IsRefusedRepeat(policy, doubting.Intent))
            return StopIndeterminate(policy, doubting.Intent, [], $"nothing is at the address yet, though an earlier POST may still arrive, and the last one was refused: {doubting.Intent.Attempts[^1].Evidence}; if its input is wrong, mend it and run again");
        if (there.Count == 0) return WaitForEarlierInput(policy, doubting, asked) ?? RepeatWhenDue(policy, doubting.Intent, doubting.Sent, doubting.NotBefore, now, "nothing is at the address");
        if (doubting.Intent.Attempts.Where(IsOpen).All(attempt => WasRefused(policy, attempt))) // nothing of ours was applied
            return MayAdopt(policy, there[0])
                ? Adopt(policy, there[0], doubting.Intent.Generation, doubting.Intent, now, "it exists, and names in this scope are declared to be ours")
                : StopConflict(policy, there[0]);
        return (!policy.HasMarker || doubting.Intent.MarkerDropped) && JsonCover.Proves(there[0].Body, doubting.Intent.Input, [.. policy.Identity, policy.NamePath ?? ""]) // ours would carry the marker
            ? Adopt(policy, there[0], doubting.Intent.Generation, doubting.Intent, now, "it is what was sent earlier", isProved: true)
            : WhenNothingProves(policy, doubting.Intent, there, now);
    }

    /// <summary>Another input must not be sent beside the earlier one: of what is found then nobody would know which it is. Null: nothing of the earlier one is there or can arrive.</summary>
    private static Decision? WaitForEarlierInput(CreatePolicy policy, CreateState.Doubting doubting, DateTimeOffset asked)
    {
        if (!IsOtherInput(policy, doubting.Intent)) return null;
        if (asked < VisibleAt(policy, doubting.Intent))
            return Wait(new CreateState.Waiting(doubting.Intent, doubting.Sent, doubting.NotBefore), VisibleAt(policy, doubting.Intent), "the input was changed, and what was sent before may still arrive");
        return LookOnceMore(doubting);
    }

    /// <summary>Null: enough looks found nothing.</summary>
    private static Decision? LookOnceMore(CreateState.Doubting doubting) => doubting.EmptyLooks + 1 < CreatePolicy.EmptyLooksBeforeRepeat
        ? Look(doubting with { EmptyLooks = doubting.EmptyLooks + 1 }, "nothing was found; one read proves too little")
        : null;

    /// <summary>The name is free: the server itself refuses a second one, so a repeat is safe. The name is taken: ours only by declaration.</summary>
    private static Decision WhenNameLooked(CreatePolicy policy, CreateState.Doubting doubting, List<Sighting> holders, DateTimeOffset asked, DateTimeOffset now)
    {
        var intent = doubting.Intent;
        if (holders.Count == 0) return WaitForEarlierInput(policy, doubting, asked) ?? Repeat(policy, doubting, now, "the name is free, and the API refuses a second one");
        if (holders.Count > 1) return StopSeveral(policy, holders, "have the name of");
        if (MayAdopt(policy, holders[0])) return Adopt(policy, holders[0], intent.Generation, intent, now, "it exists, and names in this scope are declared to be ours");
        return (policy.HasMarker && !intent.MarkerDropped && !(intent.LookedBefore && intent.Attempts.Any(attempt => MayHaveMade(policy, attempt)))) || holders[0].Ownership != Ownership.Unproven
            ? StopConflict(policy, holders[0])
            : StopIndeterminate(policy, intent, holders, "a resource of this name exists, and nothing proves whose it is; declare OnExists = OnExists.Adopt if names in this scope are yours");
    }

    /// <summary>
    /// Wait until an applied POST must be visible, then look several times. A resource of the name without a marker may be ours, if the
    /// API dropped the marker: another POST could make a second one. Only who may post goes on.
    /// </summary>
    private static Decision WhenNotFound(CreatePolicy policy, CreateState.Doubting doubting, List<Sighting> named, DateTimeOffset asked, DateTimeOffset now)
    {
        var intent = doubting.Intent;
        if (!IsProvedDead(policy, intent)) return policy.Holder is { } holder ? StopBusy(policy, holder, "another runner began to create it and is not proved to be dead") : StopNotProvedDead(policy, intent.Runner);
        if (asked < VisibleAt(policy, intent))
            return Wait(new CreateState.Waiting(intent, doubting.Sent, doubting.NotBefore), VisibleAt(policy, intent), $"what the last POST made may not be visible yet ({Said(intent)}): wait for the flight time and the list lag");
        if (named.Count > 0 || (intent.MarkerDropped && policy.NamePath is null)) return WhenNothingProves(policy, intent, named, now);
        if (LookOnceMore(doubting) is { } again) return again;
        return policy.Guarantee == Guarantee.Replay
            ? IntendWithNewKey(policy, doubting, now)
            : Repeat(policy, doubting, now, "past the flight time and the list lag no resource carries the marker");
    }

    /// <summary>The key must not be used again, and complete looks prove that it made nothing. A new one comes no sooner than the API asked.</summary>
    private static Decision IntendWithNewKey(CreatePolicy policy, CreateState.Doubting doubting, DateTimeOffset now)
    {
        const string reason = "the earlier key must not be used again, and complete looks show that it made nothing";
        if (doubting.Sent >= CreatePolicy.MaximumSends || doubting.NotBefore > now) return RepeatWhenDue(policy, doubting.Intent, doubting.Sent, doubting.NotBefore, now, reason);
        var next = Following(policy, doubting.Intent, now) with { Replaces = doubting.Intent.Replaces, LookedBefore = true };
        return Intend(policy, next, doubting.Sent, 0, now, reason);
    }

    private static Decision WhenNothingProves(CreatePolicy policy, IntentRecord intent, List<Sighting> named, DateTimeOffset now)
    {
        if (policy.OnExists != OnExists.Fail && named.Count > 1) return StopSeveral(policy, named, "have the name of");
        return named.Count == 1 && MayAdopt(policy, named[0])
            ? Adopt(policy, named[0], intent.Generation, intent, now, "it has the name, and names in this scope are declared to be ours")
            : StopIndeterminate(policy, intent, named, "nothing proves which resource the POST made, if any");
    }

    /// <summary>What this record once named is ours, of an earlier generation, whether or not it carries a marker.</summary>
    private static Sighting OfEarlierGeneration(CreatePolicy policy, IntentRecord intent, Sighting sighting) =>
        sighting.Ownership == Ownership.Unproven && !policy.NameIsId && intent.Superseded.Contains(sighting.Id)
            ? sighting with { Ownership = Ownership.Ours, Generation = intent.Generation - 1 }
            : sighting;

    private static List<Sighting> Ours(IReadOnlyList<Sighting> sightings) => [.. sightings.Where(sighting => sighting.Ownership == Ownership.Ours)];

    /// <summary>Resources of the name. One that carries a marker of another key or an older generation is in the way only where names are unique.</summary>
    private static List<Sighting> Named(CreatePolicy policy, IReadOnlyList<Sighting> sightings) => [.. sightings.Where(sighting =>
        sighting.HasName && (sighting.Ownership == Ownership.Unproven || policy.Guarantee is Guarantee.UniqueName or Guarantee.Natural))];

    /// <summary>In doubt, and not only because it was answered with "already exists", which speaks of somebody else's as a rule.</summary>
    private static bool MayHaveMade(CreatePolicy policy, Attempt attempt) =>
        IsOpen(attempt) && !WasRefused(policy, attempt);

    /// <summary>The API said that something is there and left it as it is: by its condition, or where it never makes a second one.</summary>
    private static bool WasRefused(CreatePolicy policy, Attempt attempt) => attempt.Status == 412
        || (policy.RefusesSecond && (attempt.Status == 409 || attempt.Evidence?.StartsWith(ExistsEvidence, StringComparison.Ordinal) == true));

    private static bool MayAdopt(CreatePolicy policy, Sighting sighting) => policy.OnExists != OnExists.Fail && sighting.Ownership == Ownership.Unproven;

    private static Decision Adopt(CreatePolicy policy, Sighting sighting, int generation, IntentRecord? intent, DateTimeOffset now, string reason, bool isProved = false)
    {
        var isOurs = sighting.Ownership == Ownership.Ours;
        // made by a POST or PUT of this intent, so that what follows a create is still to be done
        var isMade = intent is not null && (isOurs
            ? intent.Attempts.Any(IsOpen) // even one that was answered with "exists already"
            : (isProved || intent.LookedBefore || intent.Replaces || policy.OnExists == OnExists.Fail) && intent.Attempts.Any(attempt => MayHaveMade(policy, attempt)));
        var live = new LiveRecord
        {
            Key = policy.Key,
            Version = intent?.Version ?? 0,
            Generation = generation,
            Superseded = intent?.Superseded ?? [],
            MarkerDropped = intent?.MarkerDropped ?? false,
            Id = sighting.Id,
            Attributes = sighting.Body,
            Input = intent?.Input ?? policy.Input.Json,
            Fingerprint = intent?.Fingerprint ?? policy.Input.Fingerprint,
            Secrets = intent is null ? policy.Input.Secrets : intent.Secrets,
            ShownAs = isMade ? null : [], // what nobody of ours wrote is no sign of how the API shows it
            Marker = isOurs ? Marker.For(policy.Key, generation).ToString() : null,
            Adopted = !isMade && !isOurs,
            CreatedAt = now,
            SeenBy = policy.Credential,
            Readiness = policy.ReadsAfterCreate ? Readiness.Pending : Readiness.Ready,
            PendingFollowUps = isMade ? policy.FollowUps : isOurs ? [] : policy.AfterAdopting,
            Retiring = [.. (intent?.Retiring ?? []).Where(id => id != sighting.Id)],
            InFlightUntil = intent is null || (isOurs && intent.Attempts.Count(IsOpen) < 2) ? null : InFlightUntil(policy, intent.Attempts, now),
            Provenance = Because(now, $"adopted: {reason}"),
        };
        var outcome = isMade && intent!.Replaces ? Outcome.Replaced : Outcome.Adopted;
        return policy.CanRead && !sighting.IsRead
            ? new(new CreateState.CheckingFound(live, outcome), new Effect.Get(live.Id), $"{reason}; a list may show what is gone")
            : Record(policy, live, live.Attributes, outcome, verified: true);
    }

    private static Decision WhenFoundIsRead(CreatePolicy policy, CreateState.CheckingFound checking, CreateEvent.SeenPresent seen)
    {
        var found = checking.Found;
        var body = seen.Body ?? found.Attributes;
        var read = found with { Attributes = body, Readiness = found.Readiness == Readiness.Pending && seen.Readiness == Readiness.Ready ? Readiness.Ready : found.Readiness };
        return seen.Ownership switch
        {
            null => Record(policy, read, body, checking.Outcome, verified: true),
            Ownership.Another => StopConflict(policy, new(found.Id, body, Ownership.Another, 0, HasName: true)),
            Ownership.Unproven when found.Marker is not null => StopDisagreement(policy, found, "with this key's marker", "without it"),
            Ownership.Unproven => Record(policy, read, body, checking.Outcome, verified: true),
            Ownership.Ours when found is { Marker: null, Version: 0 } => Record(policy, Proved(policy, read, seen.Generation), body, Outcome.Adopted, verified: true),
            Ownership.Ours when seen.Generation != found.Generation => StopDisagreement(policy, found, $"as generation {found.Generation}", $"with the marker of generation {seen.Generation}"),
            _ => Record(policy, found.Marker is null ? Proved(policy, read, seen.Generation) : read, body, checking.Outcome, verified: true),
        };
    }

    /// <summary>A list didn't show the marker that a read shows.</summary>
    private static LiveRecord Proved(CreatePolicy policy, LiveRecord live, int generation) => live with
    {
        Generation = generation,
        Marker = Marker.For(policy.Key, generation).ToString(),
        Adopted = false,
        PendingFollowUps = [.. live.PendingFollowUps.Except(policy.AfterAdopting)],
    };

    private static Decision StopDisagreement(CreatePolicy policy, LiveRecord found, string listed, string read) => Stop(new Failure.Unknown(
        $"{policy.Key} is left as it is: a list shows '{found.Id}' {listed}, and a read {read}. Run again when they agree.", 200, null));
}
