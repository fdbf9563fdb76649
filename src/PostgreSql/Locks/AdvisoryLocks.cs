using System.Buffers.Binary;
using System.Text.Json;
using Npgsql;

namespace Semel;

/// <summary>
/// Session locks of the database, so that two machines don't work on one key while both are connected. All of a repository's
/// are in one session, which is open while one of them is held. Where it is lost they are all free, and nobody is told: a lock
/// here excludes, it proves nothing.
/// </summary>
internal sealed class AdvisoryLocks(Database database, string schema, TimeProvider timeProvider)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly HashSet<long> held = [];
    private NpgsqlConnection? session;

    /// <summary>Names a lock by the tuple that it is of.</summary>
    public static long Number(string purpose, params ReadOnlySpan<string> tuple) =>
        BinaryPrimitives.ReadInt64BigEndian(CanonicalTuple.Hash($"semel advisory lock: {purpose}", tuple));

    /// <summary>False when another session held it for all of the time. In this process one task at a time asks for a key.</summary>
    public async ValueTask<bool> TryEnterAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        for (var wait = ShortestWait; ; wait = Shorter(wait * 2, LongestWait))
        {
            if (await InTurnAsync(opens: true, open => TryLockAsync(open, key, runner), cancellationToken).ConfigureAwait(false)) return true;
            var left = timeout == Timeout.InfiniteTimeSpan ? LongestWait : timeout - timeProvider.GetElapsedTime(start);
            if (left <= TimeSpan.Zero) return false;
            await Task.Delay(Shorter(wait, left), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Never fails: a session that cannot be told to free its lock is ended, which frees it.</summary>
    public async ValueTask LeaveAsync(ResourceKey key)
    {
        try
        {
            await InTurnAsync(opens: false, async open => held.Remove(Number(key)) && await UnlockAsync(open, key).ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StateException)
        {
        }
    }

    /// <summary>Who holds the key in any session; null: nobody, or it isn't known.</summary>
    public async ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        var row = RowKey.Of(key);
        await using var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var text = $"""
            SELECT h.runner FROM {database.Schema}.holders h JOIN pg_locks l ON l.pid = h.session
            WHERE (h.scope, h.model, h.instance) = ($1, $2, $3) AND l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND ((l.classid::bigint << 32) | l.objid::bigint) = $4
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;
        var found = await database.GuardAsync(() => connection.Command(text, row.Scope, row.Model, row.Instance, Number(key)).ExecuteScalarAsync(cancellationToken)).ConfigureAwait(false);
        return found is string runner && JsonSerializer.Deserialize(runner, RecordJsonContext.Strict.RunnerDocument) is { } document ? RecordMapping.ToRunner(document) : null;
    }

    private long Number(ResourceKey key) => Number("runner", schema, key.Scope, key.Model, key.Instance);

    private async Task<bool> TryLockAsync(NpgsqlConnection open, ResourceKey key, Runner runner)
    {
        if (await open.Command("SELECT pg_try_advisory_lock($1)", Number(key)).ExecuteScalarAsync().ConfigureAwait(false) is not true) return false;
        held.Add(Number(key));
        await SayAsync(open, RowKey.Of(key), runner).ConfigureAwait(false);
        return true;
    }

    /// <summary>That it cannot be said stops nobody.</summary>
    private async Task SayAsync(NpgsqlConnection open, RowKey row, Runner runner)
    {
        try
        {
            var text = $"""
                INSERT INTO {database.Schema}.holders (scope, model, instance, session, runner) VALUES ($1, $2, $3, pg_backend_pid(), $4)
                ON CONFLICT (scope, model, instance) DO UPDATE SET session = excluded.session, runner = excluded.runner
                """;
            var json = JsonSerializer.Serialize(RecordMapping.ToDocument(runner), RecordJsonContext.Strict.RunnerDocument);
            await open.Command(text, row.Scope, row.Model, row.Instance, json).ExecuteNonQueryAsync().ConfigureAwait(false);
        }
        catch (PostgresException) when (open.State == System.Data.ConnectionState.Open)
        {
        }
    }

    /// <summary>The lock is free as soon as the first of the two is done.</summary>
    private async Task<bool> UnlockAsync(NpgsqlConnection open, ResourceKey key)
    {
        var row = RowKey.Of(key);
        await using var batch = new NpgsqlBatch(open).With("SELECT pg_advisory_unlock($1)", Number(key))
            .With($"DELETE FROM {database.Schema}.holders WHERE (scope, model, instance) = ($1, $2, $3) AND session = pg_backend_pid()", row.Scope, row.Model, row.Instance);
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>One command at a time; what is begun is not cancelled, because whether it has a lock would not be known.</summary>
    private async ValueTask<bool> InTurnAsync(bool opens, Func<NpgsqlConnection, Task<bool>> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (session is { State: not System.Data.ConnectionState.Open }) await EndAsync(lost: true).ConfigureAwait(false);
            if (session is null && !opens) return false;
            var open = session ??= await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await database.GuardAsync(() => work(open)).ConfigureAwait(false);
        }
        catch (StateException)
        {
            await EndAsync(lost: true).ConfigureAwait(false);
            throw;
        }
        finally
        {
            if (held.Count == 0) await EndAsync(lost: false).ConfigureAwait(false);
            turn.Release();
        }
    }

    private async Task EndAsync(bool lost)
    {
        if (session is not { } ended) return;
        session = null;
        held.Clear();
        if (lost) NpgsqlConnection.ClearPool(ended); // then it is closed for good, with whatever it locks
        await ended.DisposeAsync().ConfigureAwait(false);
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
