namespace Semel.Workflows;

/// <summary>Compares the records of a workflow's kinds with what the API has.</summary>
internal sealed class Checker(Workflow workflow, SemelContext semel)
{
    private readonly List<Finding> _findings = [];
    private int _checked;

    public async Task<CheckResult> RunAsync(bool fix, CancellationToken cancellationToken)
    {
        var inventory = await Inventory.TakeAsync(workflow, semel, cancellationToken).ConfigureAwait(false);
        var keys = inventory.Owned.Select(owned => owned.Key).ToList();
        foreach (var kind in inventory.Kinds.OrderBy(kind => kind.Model, StringComparer.Ordinal).ThenBy(kind => kind.Prefix, StringComparer.Ordinal))
        {
            var census = await RemoteCensus.TakeAsync(kind, semel, cancellationToken).ConfigureAwait(false);
            if (census.Sightings.Failure is { } failure && kind.CanLook) Find(FindingKind.Unknown, kind.Model, kind.Only?.Instance, null, null, kind.Only is null ? $"its list is not complete: {failure}" : $"it could not be looked for: {failure}");
            foreach (var record in census.Records) await CheckAsync(census, record, cancellationToken).ConfigureAwait(false);
            foreach (var orphans in census.Orphans(keys).GroupBy(orphan => orphan.Key)) await CheckOrphansAsync(census, [.. orphans], fix, cancellationToken).ConfigureAwait(false);
            foreach (var (id, marker) in census.Foreign(keys)) Find(FindingKind.Foreign, kind.Model, null, id, null, $"it carries {marker}, which is of no key of this program and scope");
        }

        foreach (var owned in inventory.Owned.Where(owned => owned.Kind is null && owned.Record is LiveRecord))
            Find(FindingKind.Unknown, owned.Key.Model, owned.Key.Instance, ((LiveRecord)owned.Record!).Id, null, inventory.WhyUnknown);
        return new CheckResult(_findings, _checked) { Failed = inventory.Failed };
    }

    private async Task CheckAsync(RemoteCensus census, ResourceRecord record, CancellationToken cancellationToken)
    {
        _checked++;
        var (key, age) = (record.Key, semel.TimeProvider.GetUtcNow() - record.Provenance.At);
        switch (record)
        {
            case LiveRecord live:
                await CheckLiveAsync(census, live, cancellationToken).ConfigureAwait(false);
                break;
            case IntentRecord intent when intent.Attempts.Any(attempt => attempt.State != AttemptState.NotApplied):
                Find(FindingKind.Indeterminate, key.Model, key.Instance, null, age, $"a create may have been applied ({intent.Attempts[^1].Evidence ?? "no reply was recorded"}): run again, or resolve it");
                break;
            case DeletingRecord deleting:
                Find(FindingKind.Indeterminate, key.Model, key.Instance, deleting.Id, age, "a delete was begun and is not finished: delete it again");
                break;
        }

        foreach (var id in record.Superseded.Concat(record.Retiring).Distinct())
        {
            if ((await census.IsThereAsync(id, cancellationToken).ConfigureAwait(false)).IsThere == true) Find(FindingKind.Superseded, key.Model, key.Instance, id, null, "another one took its place, and it is still there");
        }
    }

    private async Task CheckLiveAsync(RemoteCensus census, LiveRecord live, CancellationToken cancellationToken)
    {
        var (key, age) = (live.Key, semel.TimeProvider.GetUtcNow() - live.Provenance.At);
        var (isThere, failure) = await census.IsThereAsync(live.Id, cancellationToken).ConfigureAwait(false);
        if (isThere == false) Find(FindingKind.Missing, key.Model, key.Instance, live.Id, age, "it is recorded, and the API doesn't have it");
        if (isThere is null) Find(FindingKind.Unknown, key.Model, key.Instance, live.Id, age, $"whether it is there could not be found out: {failure}");
        foreach (var id in live.Duplicates) Find(FindingKind.Duplicate, key.Model, key.Instance, id, age, $"the API made it beside '{live.Id}' for one create");
    }

    /// <summary>Only one of a key that has no resource can be taken for it.</summary>
    private async Task CheckOrphansAsync(RemoteCensus census, IReadOnlyList<(string Id, ResourceKey Key, Marker Marker)> orphans, bool fix, CancellationToken cancellationToken)
    {
        var key = orphans[0].Key;
        var record = census.Records.FirstOrDefault(record => record.Key == key);
        foreach (var (id, _, marker) in orphans)
        {
            var kind = orphans.Count > 1 || record is LiveRecord ? FindingKind.Duplicate : FindingKind.Orphan;
            var finding = new Finding(kind, key.Model, key.Instance, id, null, record is LiveRecord live ? $"it carries the mark of generation {marker.Generation}, and '{live.Id}' of generation {live.Generation} is recorded" : $"it carries the mark of generation {marker.Generation}, and no record names it");
            _findings.Add(fix && kind == FindingKind.Orphan ? await FixAsync(census.Kind, finding, key, record, cancellationToken).ConfigureAwait(false) : finding);
        }
    }

    private static async Task<Finding> FixAsync(IManagedKind kind, Finding orphan, ResourceKey key, ResourceRecord? record, CancellationToken cancellationToken)
    {
        try
        {
            if (record is IntentRecord) await kind.ResolveAsync(key, orphan.Id, cancellationToken).ConfigureAwait(false);
            else await kind.AdoptAsync(key, orphan.Id!, null, cancellationToken).ConfigureAwait(false);
            return orphan with { Fixed = true, Detail = $"{orphan.Detail}; now it is recorded" };
        }
        catch (Exception exception) when (exception is SemelException or ArgumentException)
        {
            return orphan with { Detail = $"{orphan.Detail}; it could not be recorded: {exception.Message}" };
        }
    }

    private void Find(FindingKind kind, string model, string? instance, string? id, TimeSpan? age, string detail) => _findings.Add(new Finding(kind, model, instance, id, age, detail));
}
