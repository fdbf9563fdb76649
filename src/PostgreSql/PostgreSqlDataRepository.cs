using System.Runtime.CompilerServices;
using Npgsql;

namespace Semel;

/// <summary>Keeps the records in a schema of a PostgreSQL database, shared by programs on any number of machines.</summary>
/// <remarks>
/// The schema and its tables are made by the first use. A write is on the server's disk before it returns, whatever the defaults
/// for <c>synchronous_commit</c> are, and outside any transaction of the caller's. The lock of a runner is one of the operating
/// system, in a local folder, and one of the database: only the former proves that a runner is dead, and only to a runner of the
/// same machine, user and folder. The latter keeps machines apart while they are connected; where the connection is lost it is
/// free without a word, and what keeps a second POST away then is the compare-and-set of the intent. A pooler between the program
/// and the server has to pool by session.
/// </remarks>
public sealed partial class PostgreSqlDataRepository : IDataRepository, IAsyncDisposable, IDisposable
{
    /// <summary>The schema where none is named.</summary>
    public const string DefaultSchema = "semel";

    private readonly NpgsqlDataSource? owned;
    private readonly Database database;
    private readonly RecordRows rows;

    /// <summary>Connects by a connection string; touches nothing before the first use.</summary>
    /// <param name="connectionString">As Npgsql takes it: <c>Host=db.example;Database=app;Username=app;Password=…</c>.</param>
    /// <param name="schema">The schema; each has records of its own. Made where it is missing. At most 63 bytes.</param>
    /// <param name="lockFolder">A folder on a local disk for the locks of this machine's runners, the same for all of them. Default: one of this user's folder for application data, by server, database and schema.</param>
    /// <param name="timeProvider">Measures the timeouts of locks. Default: the system's clock.</param>
    /// <exception cref="ArgumentException">The connection string or the schema's name is none.</exception>
    public PostgreSqlDataRepository(string connectionString, string schema = DefaultSchema, string? lockFolder = null, TimeProvider? timeProvider = null)
        : this(NpgsqlDataSource.Create(connectionString), isOwned: true, schema, lockFolder, timeProvider)
    {
    }

    /// <summary>Connects by a data source, which stays the caller's; touches nothing before the first use.</summary>
    /// <param name="dataSource">Where connections come from. While a lock is held, one of them is in use; each call uses one more.</param>
    /// <param name="schema">The schema; each has records of its own. Made where it is missing. At most 63 bytes.</param>
    /// <param name="lockFolder">A folder on a local disk for the locks of this machine's runners, the same for all of them. Default: one of this user's folder for application data, by server, database and schema.</param>
    /// <param name="timeProvider">Measures the timeouts of locks. Default: the system's clock.</param>
    /// <exception cref="ArgumentException">The schema's name is none, or the data source multiplexes: it has no sessions to hold locks.</exception>
    public PostgreSqlDataRepository(NpgsqlDataSource dataSource, string schema = DefaultSchema, string? lockFolder = null, TimeProvider? timeProvider = null)
        : this(dataSource, isOwned: false, schema, lockFolder, timeProvider)
    {
    }

    private PostgreSqlDataRepository(NpgsqlDataSource dataSource, bool isOwned, string schema, string? lockFolder, TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        if (new NpgsqlConnectionStringBuilder(dataSource.ConnectionString).Multiplexing)
            throw new ArgumentException("A data source that multiplexes has no sessions to hold locks. Give one without Multiplexing.", nameof(dataSource));
        owned = isOwned ? dataSource : null;
        database = new(dataSource, schema);
        rows = new(database);
        LockFolder = Path.GetFullPath(lockFolder ?? Semel.LockFolder.Of(dataSource, schema));
        local = new(LockFolder, timeProvider);
        remote = new(database, schema, timeProvider ?? TimeProvider.System);
        this.timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return rows.FindAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="StateException">Also where the connection was lost: then the write may have been made all the same.</exception>
    public ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        return rows.TryWriteAsync(record, expectedVersion, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        return rows.ListAsync(scope, model, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await foreach (var (record, _) in rows.HistoryAsync(key, cancellationToken).ConfigureAwait(false)) yield return record;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retention);
        var planned = new List<RemovedVersions>();
        foreach (var key in await ListAsync(scope, null, cancellationToken).Select(record => record.Key).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            var history = await rows.HistoryAsync(key, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
            var surplus = retention.Surplus([.. history.Select(version => version.Record)]);
            if (surplus > 0) planned.Add(new(key, history[0].Record.Version, history[surplus - 1].Record.Version, history.Take(surplus).Sum(version => version.Bytes)));
        }
        if (dryRun) return planned;
        var removed = new List<RemovedVersions>();
        foreach (var surplus in planned)
        {
            if (await rows.RemoveAsync(surplus, cancellationToken).ConfigureAwait(false) is { } gone) removed.Add(gone);
        }
        return removed;
    }

    /// <summary>Closes the connections, where they were made from a connection string.</summary>
    public ValueTask DisposeAsync() => owned?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Closes the connections, where they were made from a connection string.</summary>
    public void Dispose() => owned?.Dispose();
}
