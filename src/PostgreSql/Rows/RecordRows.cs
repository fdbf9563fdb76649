using System.Data;
using System.Text;
using Npgsql;

namespace Semel;

/// <summary>The records of a schema as rows: how one is read and how it is written.</summary>
internal sealed partial class RecordRows(Database database)
{
    private string Schema => database.Schema;

    private RecordSource Source(RowKey row) => row.Source(database.Place);

    public async ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await FindAsync(connection, key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Written, durably, when it returns; the cancellation is that of what comes before the write.</summary>
    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var current = await FindAsync(connection, record.Key, cancellationToken).ConfigureAwait(false);
        var row = RowKey.Of(record.Key);
        if (current is null && expectedVersion > 0) throw Source(row).Vanished(expectedVersion);
        if ((current?.Version ?? 0) != expectedVersion) return null;
        var content = RecordJson.Write(record with { Version = expectedVersion + 1 });
        var written = RecordJson.Read(content, Source(row));
        var isWritten = await database.GuardAsync(() => CompareAndSetAsync(connection, record.Key, expectedVersion, Encoding.UTF8.GetString(content))).ConfigureAwait(false);
        return isWritten ? written : null;
    }

    private async ValueTask<ResourceRecord?> FindAsync(NpgsqlConnection connection, ResourceKey key, CancellationToken cancellationToken)
    {
        var row = RowKey.Of(key);
        var stored = await database.GuardAsync(async () =>
        {
            var text = $"""
                SELECT r.version, v.version, v.content FROM (SELECT 1) AS one
                LEFT JOIN {Schema}.records r ON (r.scope, r.model, r.instance) = ($1, $2, $3)
                LEFT JOIN LATERAL (SELECT version, content FROM {Schema}.versions WHERE (scope, model, instance) = ($1, $2, $3) ORDER BY version DESC LIMIT 1) v ON true
                """;
            await using var reader = await connection.Command(text, row.Scope, row.Model, row.Instance).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return Stored(reader, first: 0);
        }).ConfigureAwait(false);
        return stored.Read(Source(row)) is { } record ? record.Key == key ? record : throw Source(row).OfAnotherKey(record.Key, key) : null;
    }

    /// <summary>
    /// One statement compares and sets, in a transaction of its own that is on the disk once it is committed, whatever the
    /// server's or the role's defaults are.
    /// </summary>
    private async Task<bool> CompareAndSetAsync(NpgsqlConnection connection, ResourceKey key, long expectedVersion, string content)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, CancellationToken.None).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection, transaction).With("SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'");
        var (row, next) = (RowKey.Of(key), expectedVersion + 1);
        if (expectedVersion == 0) batch.With(
            $"""
            WITH written AS (
              INSERT INTO {Schema}.records (scope, model, instance, version, model_order, instance_order) VALUES ($1, $2, $3, $4, $6, $7) ON CONFLICT DO NOTHING RETURNING 1)
            INSERT INTO {Schema}.versions (scope, model, instance, version, content) SELECT $1, $2, $3, $4, $5 FROM written
            """,
            row.Scope, row.Model, row.Instance, next, content, RowKey.Order(key.Model), RowKey.Order(key.Instance));
        else batch.With(
            $"""
            WITH written AS (
              UPDATE {Schema}.records SET version = $4 WHERE (scope, model, instance, version) = ($1, $2, $3, $6) RETURNING 1)
            INSERT INTO {Schema}.versions (scope, model, instance, version, content) SELECT $1, $2, $3, $4, $5 FROM written
            """,
            row.Scope, row.Model, row.Instance, next, content, expectedVersion);
        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return batch.BatchCommands[^1].RecordsAffected == 1;
    }

    /// <summary>Three columns, from one on: the current version, the newest one and its content.</summary>
    private static StoredRecord Stored(NpgsqlDataReader reader, int first) => new(
        reader.IsDBNull(first) ? null : reader.GetInt64(first),
        reader.IsDBNull(first + 1) ? null : reader.GetInt64(first + 1),
        reader.IsDBNull(first + 2) ? null : reader.GetString(first + 2));
}
