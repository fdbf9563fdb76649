using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>Two runners, one record: what a lost compare-and-set means for a resource that this run has in its hands.</summary>
internal static partial class CreateProtocol
{
    /// <summary>A refreshed record may be read again; the id of a resource that was made must not be lost.</summary>
    private static Decision WhenRecordLost(CreatePolicy policy, CreateState.Recording recording) => recording.Outcome is Outcome.Reused or Outcome.Adopted or Outcome.Updated
        ? Reread(policy, recording.Rereads + 1, sent: 0)
        : new(new CreateState.Reconciling(recording), new Effect.ReadRecord(), $"another runner wrote the record while '{recording.Live.Id}' was made");

    private static Decision WhenReconciled(CreatePolicy policy, CreateState.Recording mine, ResourceRecord? record, DateTimeOffset now)
    {
        if (mine.Rereads >= CreatePolicy.MaximumRereads) return mine.Then is { } said ? Stop(said) : StopOvertaken(policy, mine.Live);
        return record switch
        {
            LiveRecord theirs when mine.Then is { } failure => LostBy(mine.Live, theirs) is { Count: > 0 } lost ? RecordDuplicates(policy, theirs, lost, mine.Body, now, mine.Rereads + 1) : Stop(failure),
            LiveRecord theirs when theirs.Generation > mine.Live.Generation && theirs.Superseded.Contains(mine.Live.Id) =>
                Continue(policy, theirs, theirs.Attributes, Outcome.Reused, verified: false, now, "another runner recorded the same resource and replaced it"),
            LiveRecord theirs when theirs.Id == mine.Live.Id => Continue(policy, theirs, mine.Body, Outcome.Reused, mine.Verified, now, "another runner recorded the same resource"),
            LiveRecord theirs => RecordDuplicates(policy, theirs, [mine.Live.Id], mine.Body, now, mine.Rereads + 1),
            IntentRecord theirs when theirs.Generation == mine.Live.Generation => RecordOver(policy, mine, theirs, now),
            TombstoneRecord theirs when mine.Then is null && theirs.Id != mine.Live.Id && !theirs.Superseded.Contains(mine.Live.Id) => RecordLate(mine, theirs),
            _ when mine.Then is { } failure => Stop(failure),
            _ => StopOvertaken(policy, mine.Live),
        };
    }

    private static List<string> LostBy(LiveRecord mine, LiveRecord theirs) =>
        [.. mine.Duplicates.Append(mine.Id).Where(id => id != theirs.Id && !theirs.Superseded.Contains(id))];

    /// <summary>Another runner began to repeat this very create; that it is applied is known here, so the record says so.</summary>
    private static Decision RecordOver(CreatePolicy policy, CreateState.Recording mine, IntentRecord theirs, DateTimeOffset now)
    {
        var inFlight = InFlightUntil(policy, theirs.Attempts, now);
        var live = mine.Live with { Version = theirs.Version, InFlightUntil = inFlight > mine.Live.InFlightUntil || mine.Live.InFlightUntil is null ? inFlight : mine.Live.InFlightUntil };
        return new(mine with { Live = live, Rereads = mine.Rereads + 1 }, new Effect.Write(live, theirs.Version, Cancellable: false), "another runner was about to repeat what is applied");
    }

    /// <summary>The key's resource was deleted while a POST of this run was held up, and that made another one.</summary>
    private static Decision RecordLate(CreateState.Recording mine, TombstoneRecord theirs)
    {
        var live = mine.Live with { Version = theirs.Version, Generation = theirs.Generation + 1, Superseded = theirs.Superseded, Retiring = theirs.Retiring, InFlightUntil = null };
        return new(mine with { Live = live, Rereads = mine.Rereads + 1 }, new Effect.Write(live, theirs.Version, Cancellable: false), "what it made was deleted meanwhile, and this POST was applied after that");
    }

    private static Decision WhenCheckedForDuplicates(CreatePolicy policy, CreateState.CheckingDuplicates checking, IReadOnlyList<Sighting> sightings, DateTimeOffset now)
    {
        var others = sightings.Where(sighting => sighting.Id != checking.Live.Id && IsDuplicate(policy, checking, sighting)).Select(sighting => sighting.Id).ToList();
        return others.Count > 0
            ? RecordDuplicates(policy, checking.Live, others, checking.Body, now, rereads: 0)
            : Continue(policy, checking.Live, checking.Body, checking.Outcome, checking.Verified, now, checking.Live.Provenance.Reason);
    }

    private static bool IsDuplicate(CreatePolicy policy, CreateState.CheckingDuplicates checking, Sighting sighting) => policy.HasMarker
        ? sighting.Ownership == Ownership.Ours && sighting.Generation == checking.Live.Generation
        : checking.Check.ByName && sighting is { HasName: true, Ownership: Ownership.Unproven };

    /// <summary>The server made more than one for one create: all are recorded, and it is said loudly.</summary>
    private static Decision RecordDuplicates(CreatePolicy policy, LiveRecord live, IReadOnlyList<string> others, JsonObject body, DateTimeOffset now, int rereads)
    {
        var recorded = live with
        {
            Duplicates = [.. live.Duplicates.Union(others)],
            Provenance = Because(now, $"the server made more than one: {string.Join(", ", others.Select(id => $"'{id}'"))}"),
        };
        var failure = new Failure.Duplicate(
            $"{policy.Key} was created {recorded.Duplicates.Count + 1} times, though the API promised to recognise a repeat: '{live.Id}' is recorded and used; "
            + $"{string.Join(", ", recorded.Duplicates.Select(id => $"'{id}'"))} exist too. Delete what isn't wanted, and declare another guarantee for this model.", [live.Id, .. recorded.Duplicates]);
        return new(new CreateState.Recording(recorded, body, Outcome.Created, Verified: true) { Then = failure, Rereads = rereads }, new Effect.Write(recorded, live.Version, Cancellable: false), recorded.Provenance.Reason);
    }
}
