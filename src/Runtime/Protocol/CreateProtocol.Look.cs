namespace Semel.Protocol;

/// <summary>What a look means. Adopt only what is ours (rule 7); exactly one, or none.</summary>
internal static partial class CreateProtocol
{
    private static Decision WhenLookedFirst(CreatePolicy policy, CreateState.LookingFirst looking, IReadOnlyList<Sighting> sightings, DateTimeOffset now)
    {
        var ours = sightings.Where(sighting => sighting.Ownership == Ownership.Ours).ToList();
        if (ours.Count > 0)
        {
            var generation = ours.Max(sighting => sighting.Generation);
            var current = ours.Where(sighting => sighting.Generation == generation).ToList();
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

    private static Decision Doubt(CreatePolicy policy, IntentRecord intent, int sent) => policy.CanLook
        ? Look(new CreateState.Doubting(intent, sent, EmptyLooks: 0), "a POST may have been applied: look for what it made")
        : StopIndeterminate(policy, intent, [], "the API offers no way to look for it");

    private static Decision WhenLookedInDoubt(CreatePolicy policy, CreateState.Doubting doubting, IReadOnlyList<Sighting> sightings, DateTimeOffset now)
    {
        var intent = doubting.Intent;
        var ours = sightings.Where(sighting => sighting.Ownership == Ownership.Ours).ToList();
        if (ours.Any(sighting => sighting.Generation > intent.Generation)) return StopRolledBack(policy, intent, ours);

        var current = ours.Where(sighting => sighting.Generation == intent.Generation).ToList();
        if (current.Count > 1) return StopSeveral(policy, current, "carry the marker of");
        if (current.Count == 1) return Adopt(policy, current[0], intent.Generation, intent, now, "its marker proves that an earlier POST made it");

        return policy.Guarantee switch
        {
            Guarantee.UniqueName => WhenNameLooked(policy, doubting, Named(policy, sightings), now),
            Guarantee.Marker => WhenMarkerNotFound(policy, doubting, Named(policy, sightings), now),
            Guarantee.AtMostOnce => WhenNothingProves(policy, intent, Named(policy, sightings), now),
        };
    }

    /// <summary>The name is free: the server itself refuses a second one, so a repeat is safe. The name is taken: ours only by declaration.</summary>
    private static Decision WhenNameLooked(CreatePolicy policy, CreateState.Doubting doubting, List<Sighting> holders, DateTimeOffset now)
    {
        var intent = doubting.Intent;
        if (!policy.SameName(intent.Input))
            return StopIndeterminate(policy, intent, holders, "the name was changed while a create of the earlier one is in doubt, so that a free name proves nothing; run once with the earlier name");
        if (holders.Count == 0) return Repeat(policy, doubting, now, "the name is free, and the API refuses a second one");
        if (holders.Count > 1) return StopSeveral(policy, holders, "have the name of");
        if (MayAdopt(policy, holders[0])) return Adopt(policy, holders[0], intent.Generation, intent, now, "it exists, and names in this scope are declared to be ours");
        return policy.HasMarker || holders[0].Ownership == Ownership.Another
            ? StopConflict(policy, holders[0])
            : StopIndeterminate(policy, intent, holders, "a resource of this name exists, and nothing proves whose it is; declare OnExists = OnExists.Adopt if names in this scope are yours");
    }

    /// <summary>A resource of the name without a marker may be ours, if the API dropped the marker: another POST could make a second one.</summary>
    private static Decision WhenMarkerNotFound(CreatePolicy policy, CreateState.Doubting doubting, List<Sighting> named, DateTimeOffset now)
    {
        var intent = doubting.Intent;
        var until = intent.Attempts.Where(attempt => attempt.State != AttemptState.NotApplied).Max(attempt => attempt.SentAt)
            + policy.CreateTimeout + policy.FlightTime + policy.ListLag;
        if (now < until)
            return new(new CreateState.Waiting(intent, doubting.Sent), new Effect.Wait(until), "an applied POST may not be visible yet: wait for the flight time and the list lag");
        if (named.Count > 0) return WhenNothingProves(policy, intent, named, now);
        var looks = doubting.EmptyLooks + 1;
        return looks < CreatePolicy.EmptyLooksBeforeRepeat
            ? Look(doubting with { EmptyLooks = looks }, "nothing was found; one read proves too little")
            : Repeat(policy, doubting, now, "past the flight time and the list lag no resource carries the marker");
    }

    private static Decision WhenNothingProves(CreatePolicy policy, IntentRecord intent, List<Sighting> named, DateTimeOffset now)
    {
        if (policy.OnExists == OnExists.Adopt && named.Count > 1) return StopSeveral(policy, named, "have the name of");
        return named.Count == 1 && MayAdopt(policy, named[0])
            ? Adopt(policy, named[0], intent.Generation, intent, now, "it has the name, and names in this scope are declared to be ours")
            : StopIndeterminate(policy, intent, named, "nothing proves which resource the POST made, if any");
    }

    private static Decision Repeat(CreatePolicy policy, CreateState.Doubting doubting, DateTimeOffset now, string reason)
    {
        var intent = doubting.Intent;
        if (doubting.Sent >= CreatePolicy.MaximumSends)
            return StopIndeterminate(policy, intent, [], $"{doubting.Sent} POSTs of this run got no reply that can be trusted");
        if (doubting.Sent > 0 && intent.Attempts[^1].Evidence?.StartsWith(ExistsEvidence, StringComparison.Ordinal) == true)
            return StopIndeterminate(policy, intent, [], "the API answered that it exists already, but a complete look doesn't find it");
        var settled = intent with
        {
            Input = policy.Input.Json,
            Fingerprint = policy.Input.Fingerprint,
            Attempts = [.. intent.Attempts.Select(attempt => attempt.State == AttemptState.Pending
                ? attempt with { State = AttemptState.Ambiguous, Evidence = "no reply was recorded" }
                : attempt)],
        };
        return Intend(policy, settled, doubting.Sent, 0, now, reason);
    }

    /// <summary>Resources of the name. One that carries another key's marker is in the way only where names are unique.</summary>
    private static List<Sighting> Named(CreatePolicy policy, IReadOnlyList<Sighting> sightings) =>
        [.. sightings.Where(sighting => sighting.HasName && (sighting.Ownership == Ownership.Unproven || policy.Guarantee == Guarantee.UniqueName))];

    private static bool MayAdopt(CreatePolicy policy, Sighting sighting) => policy.OnExists == OnExists.Adopt && sighting.Ownership == Ownership.Unproven;

    private static Decision Adopt(CreatePolicy policy, Sighting sighting, int generation, IntentRecord? intent, DateTimeOffset now, string reason) =>
        Record(policy, new LiveRecord
        {
            Key = policy.Key,
            Version = intent?.Version ?? 0,
            Generation = generation,
            Superseded = intent?.Superseded ?? [],
            Id = sighting.Id,
            Attributes = sighting.Body,
            Input = intent?.Input ?? policy.Input.Json,
            Fingerprint = intent?.Fingerprint ?? policy.Input.Fingerprint,
            Marker = sighting.Ownership == Ownership.Ours ? Marker.For(policy.Key, generation).ToString() : null,
            Adopted = sighting.Ownership != Ownership.Ours,
            CreatedAt = now,
            SeenBy = policy.Credential,
            Provenance = Because(now, $"adopted: {reason}"),
        }, sighting.Body, Outcome.Adopted, verified: true);
}
