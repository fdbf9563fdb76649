using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace Semel;

/// <summary>Reads of many rows: each is handed on as it comes, from one snapshot.</summary>
internal sealed partial class RecordRows
{
    /// <summary>The current records of a scope, or of one of its models, by model and instance.</summary>
    public async IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = $"""
            SELECT r.model, r.instance, r.version, v.version, v.content FROM {Schema}.records r
            LEFT JOIN LATERAL (
              SELECT version, content FROM {Schema}.versions WHERE (scope, model, instance) = (r.scope, r.model, r.instance) ORDER BY version DESC LIMIT 1) v ON true
            WHERE r.scope = $1 {(model is null ? "" : "AND r.model = $2")}
            ORDER BY r.model_order, r.instance_order
            """;
        object[] values = model is null ? [RowKey.OfScope(scope)] : [RowKey.OfScope(scope), RowKey.OfModel(scope, model)];
        await foreach (var reader in RowsAsync(text, values, cancellationToken).ConfigureAwait(false))
        {
            var row = new RowKey(RowKey.OfScope(scope), reader.GetString(0), reader.GetString(1));
            var record = Stored(reader, first: 2).Read(Source(row))!;
            yield return RowKey.Of(record.Key) == row ? record : throw Source(row).Misplaced(record.Key);
        }
    }

    /// <summary>Every version of a record that is kept with its size in bytes, oldest first.</summary>
    public async IAsyncEnumerable<(ResourceRecord Record, long Bytes)> HistoryAsync(ResourceKey key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var row = RowKey.Of(key);
        var text = $"""
            SELECT v.version, v.content, r.version FROM {Schema}.versions v LEFT JOIN {Schema}.records r USING (scope, model, instance)
            WHERE (v.scope, v.model, v.instance) = ($1, $2, $3) ORDER BY v.version
            """;
        var (last, current) = (0L, default(long?));
        await foreach (var reader in RowsAsync(text, [row.Scope, row.Model, row.Instance], cancellationToken).ConfigureAwait(false))
        {
            var (version, content) = (reader.GetInt64(0), reader.GetString(1));
            current = reader.IsDBNull(2) ? throw Source(row).Missing() : reader.GetInt64(2);
            if (last > 0 && version != last + 1) throw Source(row).Gap(last + 1);
            if (version > current) throw Source(row).RolledBack(current.Value, version);
            var record = StoredRecord.Version(content, version, Source(row));
            if (record.Key != key) throw Source(row).OfAnotherKey(record.Key, key);
            last = version;
            yield return (record, Encoding.UTF8.GetByteCount(content));
        }
        if (last != (current ?? 0)) throw Source(row).Gap(last + 1);
        if (last == 0) await FindAsync(key, cancellationToken).ConfigureAwait(false); // a record without any version is no record that never was
    }

    private async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(string text, object[] values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var reader = await database.GuardAsync(() => connection.Command(text, values).ExecuteReaderAsync(cancellationToken)).ConfigureAwait(false);
        while (await database.GuardAsync(() => reader.ReadAsync(cancellationToken)).ConfigureAwait(false)) yield return reader;
    }
}
