using System.Data;
using Npgsql;

namespace Semel;

/// <summary>Old versions go key by key, each in one transaction: writers of the key wait for moments only.</summary>
internal sealed partial class RecordRows
{
    /// <summary>Removes the versions up to one of them.</summary>
    /// <returns>What was removed; null when nothing is left to remove, or the record is not at rest any more.</returns>
    public async ValueTask<RemovedVersions?> RemoveAsync(RemovedVersions surplus, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await database.GuardAsync(() => connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).AsTask()).ConfigureAwait(false);
        await database.GuardAsync(() => LockRowAsync(connection, surplus.Key)).ConfigureAwait(false);
        if (!Retention.IsAtRest(await FindAsync(connection, surplus.Key, CancellationToken.None).ConfigureAwait(false))) return null;
        return await database.GuardAsync(async () =>
        {
            var removed = await DeleteAsync(connection, surplus).ConfigureAwait(false);
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return removed;
        }).ConfigureAwait(false);
    }

    /// <summary>No version is added before the end of the transaction.</summary>
    private Task<int> LockRowAsync(NpgsqlConnection connection, ResourceKey key)
    {
        var row = RowKey.Of(key);
        return connection.Command($"SELECT 1 FROM {Schema}.records WHERE (scope, model, instance) = ($1, $2, $3) FOR UPDATE", row.Scope, row.Model, row.Instance).ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task<RemovedVersions?> DeleteAsync(NpgsqlConnection connection, RemovedVersions surplus)
    {
        var row = RowKey.Of(surplus.Key);
        var text = $"""
            WITH removed AS (DELETE FROM {Schema}.versions WHERE (scope, model, instance) = ($1, $2, $3) AND version <= $4 RETURNING version, octet_length(content) AS bytes)
            SELECT min(version), max(version), sum(bytes) FROM removed
            """;
        await using var reader = await connection.Command(text, row.Scope, row.Model, row.Instance, surplus.Last).ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
        await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        return reader.IsDBNull(0) ? null : new(surplus.Key, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }
}
