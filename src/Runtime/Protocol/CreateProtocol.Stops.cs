namespace Semel.Protocol;

/// <summary>The ways to stop instead of guessing. Each message says what happened, to what, and what to do.</summary>
internal static partial class CreateProtocol
{
    private static Decision StopConflict(CreatePolicy policy, Sighting sighting) => Stop(new Failure.Conflict(
        $"{policy.Key} was not created: '{sighting.Id}' has that name already and {(sighting.Ownership == Ownership.Another ? "carries another key's marker" : "nothing proves that it is ours")}. "
        + "Choose another name, or declare OnExists = OnExists.Adopt if names in this scope are yours.", [sighting.Id]));

    private static Decision StopSeveral(CreatePolicy policy, IReadOnlyList<Sighting> sightings, string relation)
    {
        var ids = Ids(sightings);
        return Stop(new Failure.AmbiguousMatch(
            $"Nothing was created for {policy.Key}: {ids.Count} resources {relation} it ({string.Join(", ", ids.Select(id => $"'{id}'"))}), and none is chosen. Delete or rename all but one, then run again.", ids));
    }

    private static Decision StopRolledBack(CreatePolicy policy, IntentRecord intent, IReadOnlyList<Sighting> ours) => Stop(new Failure.State(
        $"The state of {policy.Key} was rolled back: its record is of generation {intent.Generation}, but '{ours.MaxBy(sighting => sighting.Generation)!.Id}' "
        + $"carries generation {ours.Max(sighting => sighting.Generation)}. Restore the newer state before running again."));

    private static Decision StopIndeterminate(CreatePolicy policy, IntentRecord intent, IReadOnlyList<Sighting> candidates, string why)
    {
        var ids = Ids(candidates);
        var last = intent.Attempts[^1];
        return Stop(new Failure.Indeterminate(
            $"{policy.Key} may or may not have been created: {why}. {intent.Attempts.Count} POST(s), the last at {last.SentAt:u} ({last.Evidence ?? "no reply was recorded"})"
            + $"{(ids.Count == 0 ? "" : $"; candidates: {string.Join(", ", ids.Select(id => $"'{id}'"))}")}. Nothing more is sent until that is known: look whether it is there, then call ResolveAsync with its id, or with null if it isn't.",
            intent.Attempts, ids));
    }

    private static List<string> Ids(IReadOnlyList<Sighting> sightings) => [.. sightings.Select(sighting => sighting.Id)];
}
