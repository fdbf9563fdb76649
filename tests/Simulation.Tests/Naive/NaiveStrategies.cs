namespace Semel.Simulation;

/// <summary>The ways that PROTOCOL section 3 names.</summary>
internal static class NaiveStrategies
{
    public static IReadOnlyList<NaiveStrategy> All { get; } = [new NoIntent(), new IntentClearedByAnyError(), new FreshKeyPerCall(), new ListWithoutWaiting(), new ExpiringLease()];
}

/// <summary>Looks at its record, posts, records.</summary>
internal sealed class NoIntent : NaiveStrategy
{
    public override string Name => "no intent";

    protected override async Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken)
    {
        if (await tools.FindAsync(create, cancellationToken).ConfigureAwait(false) is LiveRecord live) return live.Id;
        var id = await tools.PostAsync(create, null, cancellationToken).ConfigureAwait(false);
        await tools.WriteLiveAsync(create, id, 0, cancellationToken).ConfigureAwait(false);
        return id;
    }
}

/// <summary>Writes an intent first, and takes every error for "not created".</summary>
internal sealed class IntentClearedByAnyError : NaiveStrategy
{
    public override string Name => "intent cleared by any error";

    protected override async Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken)
    {
        var record = await tools.FindAsync(create, cancellationToken).ConfigureAwait(false);
        if (record is LiveRecord live) return live.Id;
        if (record is IntentRecord) throw new NaiveStop("an earlier create is in doubt");
        var intent = await tools.WriteIntentAsync(create, record?.Version ?? 0, cancellationToken).ConfigureAwait(false) ?? throw new NaiveStop("another runner is at it");
        try
        {
            var id = await tools.PostAsync(create, null, cancellationToken).ConfigureAwait(false);
            await tools.WriteLiveAsync(create, id, intent.Version, cancellationToken).ConfigureAwait(false);
            return id;
        }
        catch (NaiveStop)
        {
            await tools.ClearAsync(create, intent.Version).ConfigureAwait(false);
            throw;
        }
    }
}

/// <summary>A server that de-duplicates for ever, and a new key for every call.</summary>
internal sealed class FreshKeyPerCall : NaiveStrategy
{
    public override string Name => "fresh key per call";

    [NonIdempotent("It is shown to make two.")]
    protected override async Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken)
    {
        if (await tools.FindAsync(create, cancellationToken).ConfigureAwait(false) is LiveRecord live) return live.Id;
        var key = tools.NewKey();
        string id;
        try
        {
            id = await tools.PostAsync(create, key, cancellationToken).ConfigureAwait(false);
        }
        catch (NaiveStop)
        {
            id = await tools.PostAsync(create, key, cancellationToken).ConfigureAwait(false);
        }

        await tools.WriteLiveAsync(create, id, 0, cancellationToken).ConfigureAwait(false);
        return id;
    }
}

/// <summary>Looks for the name right before it posts.</summary>
internal sealed class ListWithoutWaiting : NaiveStrategy
{
    public override string Name => "list-verify without waiting";

    protected override async Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken)
    {
        if (await tools.FindAsync(create, cancellationToken).ConfigureAwait(false) is LiveRecord live) return live.Id;
        var id = await tools.LookAsync(create, cancellationToken).ConfigureAwait(false) ?? await tools.PostAsync(create, null, cancellationToken).ConfigureAwait(false);
        await tools.WriteLiveAsync(create, id, 0, cancellationToken).ConfigureAwait(false);
        return id;
    }
}

/// <summary>A lease of ten minutes; whoever finds it expired looks and posts.</summary>
internal sealed class ExpiringLease : NaiveStrategy
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    public override string Name => "expiring lease";

    protected override async Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken)
    {
        var record = await tools.FindAsync(create, cancellationToken).ConfigureAwait(false);
        if (record is LiveRecord live) return live.Id;
        if (record is IntentRecord held && tools.Now - held.Attempts[^1].SentAt < Lease) throw new NaiveStop("another runner has the lease");
        var lease = await tools.WriteIntentAsync(create, record?.Version ?? 0, cancellationToken).ConfigureAwait(false) ?? throw new NaiveStop("another runner has the lease");
        var id = await tools.LookAsync(create, cancellationToken).ConfigureAwait(false) ?? await tools.PostAsync(create, null, cancellationToken).ConfigureAwait(false);
        await tools.WriteLiveAsync(create, id, lease.Version, cancellationToken).ConfigureAwait(false);
        return id;
    }
}
