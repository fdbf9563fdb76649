namespace Semel.Protocol;

/// <summary>The ways to stop instead of guessing. Each message says what happened, to what, and what to do.</summary>
internal static partial class CreateProtocol
{
    /// <summary>Unknown is not absent (rule 6): nothing is created, nothing deleted, the record stays as it is.</summary>
    private static Decision StopUnknown(CreatePolicy policy, CreateEvent.NotKnown unknown, string doing) => Stop(new Failure.Unknown(
        $"{policy.Key} is left as it is: {doing} gave no answer that can be trusted ({unknown.Evidence.TrimEnd('.')}).",
        unknown.Status, unknown.Cause, "Mend the cause and run again."));

    private static Decision StopAbsence(CreatePolicy policy, LiveRecord live, string why) => Stop(new Failure.Unknown(
        $"{policy.Key} is left as it is: reading '{live.Id}' answered that it doesn't exist, but that can't be trusted, because {why}.", 404, null));

    private static Decision StopContradiction(CreatePolicy policy, LiveRecord live) => StopAbsence(policy, live, "the list still holds it");

    private static Decision StopStillListed(CreatePolicy policy, DeletingRecord deleting) => Stop(new Failure.Unknown(
        $"{policy.Key} is left as it is: deleting '{deleting.Id}' answered that it doesn't exist, but the list still holds it. Run again when it is gone.", 404, null));

    private static Decision StopCredential(CreatePolicy policy, DeletingRecord deleting) => Stop(new Failure.Unknown(
        $"{policy.Key} is left as it is: deleting '{deleting.Id}' answered that it doesn't exist, but {OtherCredentials(deleting.SeenBy, policy.Credential)}", 404, null));

    private static Decision StopOtherCredential(CreatePolicy policy, IntentRecord intent) => Stop(new Failure.Unknown(
        $"Nothing was sent for {policy.Key}: a create that is not finished was sent with the credentials {Label(intent.SentBy)}, and now they are {Label(policy.Credential)}, which may see other resources. Run once with the earlier ones, or, if both see the same, with SemelOptions.Credential as it was; or call ResolveAsync.", null, null));

    private static Decision StopInTheWay(CreatePolicy policy, LiveRecord live) => Stop(new Failure.Conflict(
        $"No new resource was made for {policy.Key}: '{live.Id}' keeps the name, and the API allows no second one. Use Recreate.DeleteFirst or, where it is replaced for drift, ReplaceOrder.DeleteFirst.", [live.Id]));

    private static Decision StopBusy(CreatePolicy policy, Runner? holder, string why) => Stop(new Failure.Busy(
        $"Nothing was sent for {policy.Key}: {why}{(holder is null ? "" : $", {holder} since {holder.Since:u}")}. Run again when that is done.", holder));

    /// <summary>Its lock can be free and prove nothing.</summary>
    private static Decision StopNotProvedDead(CreatePolicy policy, Runner runner) => Stop(new Failure.Busy(
        $"Nothing was sent for {policy.Key}: another runner began to create it and is not proved to be dead, {runner} since {runner.Since:u}. Run again when that is done; if it is gone for good, look whether the resource is there and call ResolveAsync.", runner));

    private static Decision StopOtherOwner(CreatePolicy policy, LiveRecord live) => Stop(new Failure.Unknown(
        $"Nothing was sent for {policy.Key}: '{live.Id}' is to be replaced, but {OtherCredentials(live.SeenBy, policy.Credential)}", null, null));

    private static Decision StopNoDelete(CreatePolicy policy, LiveRecord live) => Stop(new Failure.Conflict(
        $"No new resource was made for {policy.Key}: '{live.Id}' is to be replaced, and its model declares no delete. Use Recreate = Recreate.Force to keep both.", [live.Id]));

    private static Decision StopListedOnly(CreatePolicy policy, LiveRecord found) => Stop(new Failure.Unknown(
        $"{policy.Key} is left as it is: a list shows its resource '{found.Id}', but reading it answered that it doesn't exist. Run again when the list is up to date; where it keeps what is deleted, say how that looks with Gone.", 404, null));

    private static Decision StopMoved(CreatePolicy policy, MovedRecord moved) => Stop(new Failure.State(
        $"{policy.Key} was renamed: its resource '{moved.Id}' is recorded as '{moved.To}'. Use that name, or ask for a new resource of this one with Recreate = Recreate.Force."));

    private static Decision StopOvertaken(CreatePolicy policy, LiveRecord mine) => Stop(new Failure.State(
        $"{policy.Key} is the resource '{mine.Id}' of generation {mine.Generation}, but another runner wrote its record meanwhile; compare the record with that id before running again."));

    private static Decision StopFailed(CreatePolicy policy, LiveRecord live) => Stop(new Failure.NotReady(
        $"{policy.Key} is the resource '{live.Id}' and recorded, but it ended in an error state. Look at it and delete it, or declare OnFailed = OnFailed.Replace or OnFailed.Keep, then run again.", live.Id, Readiness.Failed));

    private static Decision StopFollowUp(CreatePolicy policy, CreateState.FollowingUp following, Exception cause) => Stop(new Failure.FollowUp(
        $"{policy.Key} is recorded as '{following.Live.Id}', but {(following.Name == CreatePolicy.BringUpToDate ? "bringing it to what is wanted" : $"'{following.Name}', which follows,")} failed: {cause.Message} Run again to finish it{(following.Name == CreatePolicy.BringUpToDate ? ", or declare OnExists = OnExists.Adopt to leave it as it is" : "")}.", following.Live.Id, following.Name, cause));

    private static Decision StopRetiring(CreatePolicy policy, CreateState.Retiring retiring, int? status, string evidence, Exception? cause) => Stop(new Failure.Unknown(
        $"{policy.Key} is created and recorded as '{retiring.Live.Id}', but '{retiring.Id}', which it replaces, is not deleted ({evidence.TrimEnd('.')}).", status, cause, "Run again to finish it."));

    private static Decision StopDrift(CreatePolicy policy, LiveRecord live, IReadOnlyList<Difference> drift) => Stop(new Failure.Drift(
        $"{policy.Key} is the resource '{live.Id}' and not as it is wanted: {Text(drift)}. Nothing was changed. Put it back, or declare another OnDrift.", drift));

    private static Decision StopReplacementRequired(CreatePolicy policy, LiveRecord live, IReadOnlyList<Difference> drift) => Stop(new Failure.ReplacementRequired(
        $"{policy.Key} is the resource '{live.Id}', and the API can't change it to what is wanted: {Text(drift)}. Nothing was changed. Put the value back, declare OnDrift = OnDrift.Replace, or ask for a new resource once with Recreate = Recreate.DeleteFirst or Recreate.CreateFirst.", drift));

    private static string Text(IReadOnlyList<Difference> drift) => string.Join("; ", drift);

    private static Decision StopUpdate(CreatePolicy policy, LiveRecord live, CreateEvent.NotKnown unknown) => Stop(new Failure.Unknown(
        $"{policy.Key} is the resource '{live.Id}', and whether it is updated is not known ({unknown.Evidence.TrimEnd('.')}).", unknown.Status, unknown.Cause, "That is recorded: run again to send the update again."));

    /// <summary>Never drift: nothing can be said of the secrets.</summary>
    private static Decision StopOtherKey(CreatePolicy policy, SecretFingerprints recorded) => Stop(new Failure.FingerprintKey(
        $"Nothing was sent for {policy.Key}: the fingerprints of its secrets were made with the key '{recorded.KeyId}', and the one in use is '{policy.Input.Secrets!.KeyId}'. Run with the earlier key (SemelOptions.FingerprintKey, or the .key file beside the folder of the records). If it is lost for good, set SemelOptions.LostFingerprintKey to its id: the secrets are then taken to be as they were.", recorded.KeyId, policy.Input.Secrets!.KeyId));

    private static Decision StopConflict(CreatePolicy policy, Sighting sighting) => Stop(new Failure.Conflict(
        $"{policy.Key} was not created: '{sighting.Id}' has that name already and {Whose(sighting)}.", [sighting.Id]));

    private static string Whose(Sighting sighting) => sighting.Ownership switch
    {
        Ownership.Ours => $"is this key's of the earlier generation {sighting.Generation}. Delete that first, or call ResolveAsync with its id to keep it",
        Ownership.Another => "carries another key's marker. Choose another name",
        Ownership.Unproven => "nothing proves that it is ours. Choose another name, or declare OnExists = OnExists.Adopt if names in this scope are yours",
    };

    private static Decision StopSeveral(CreatePolicy policy, IReadOnlyList<Sighting> sightings, string relation)
    {
        var ids = Ids(sightings);
        return Stop(new Failure.AmbiguousMatch(
            $"{policy.Key} is left as it is: {ids.Count} resources {relation} it ({string.Join(", ", ids.Select(id => $"'{id}'"))}), and none is chosen. Delete or rename all but one, then run again.", ids));
    }

    private static Decision StopRolledBack(CreatePolicy policy, ResourceRecord record, IReadOnlyList<Sighting> ours) => Stop(new Failure.State(
        $"The state of {policy.Key} was rolled back: its record is of generation {record.Generation}, but '{ours.MaxBy(sighting => sighting.Generation)!.Id}' "
        + $"carries generation {ours.Max(sighting => sighting.Generation)}. Restore the newer state before running again."));

    private static Decision StopIndeterminate(CreatePolicy policy, IntentRecord intent, IReadOnlyList<Sighting> candidates, string why, bool again = false)
    {
        if (policy is { Alone: false, Deduplicates: false }) return StopBusy(policy, policy.Holder ?? intent.Runner, "another runner holds its key and may know more");
        var ids = Ids(candidates);
        var last = intent.Attempts[^1];
        return Stop(new Failure.Indeterminate(
            $"{policy.Key} may or may not have been created: {why}. {intent.Attempts.Count} POST(s), the last at {last.SentAt:u} ({Said(intent)})"
            + $"{(ids.Count == 0 ? "" : $"; candidates: {string.Join(", ", ids.Select(id => $"'{id}'"))}")}. {(again ? "Run again to go on finding out, or look" : "Nothing more is sent until that is known: look")} whether it is there, and call ResolveAsync with its id, or with null if it isn't.",
            intent.Attempts, ids));
    }

    /// <summary>What the last POST was answered with.</summary>
    private static string Said(IntentRecord intent) => intent.Attempts[^1].Evidence ?? "no reply was recorded";

    /// <summary>Names credentials in a message.</summary>
    public static string Label(string? credential) => credential is null ? "without a label" : $"'{credential}'";

    /// <summary>Why an absence proves nothing under other credentials, and what to do.</summary>
    public static string OtherCredentials(string? earlier, string? now) =>
        $"it was last seen with the credentials {Label(earlier)}, and now they are {Label(now)}, which may see less; if both see the same, run once with SemelOptions.Credential as it was";

    private static List<string> Ids(IReadOnlyList<Sighting> sightings) => [.. sightings.Select(sighting => sighting.Id)];
}
