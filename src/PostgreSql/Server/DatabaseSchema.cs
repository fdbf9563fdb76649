using System.Globalization;
using System.Text;
using Npgsql;

namespace Semel;

/// <summary>The tables of a repository, made where they are missing.</summary>
internal sealed class DatabaseSchema
{
    /// <summary>Of the tables; a record has a format of its own.</summary>
    public const int CurrentFormat = 1;

    /// <summary>PostgreSQL cuts longer names off without a word.</summary>
    private const int LongestName = 63;

    private readonly string name;

    /// <exception cref="ArgumentException">The name is blank, too long, or holds a NUL.</exception>
    public DatabaseSchema(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, "schema");
        if (name.Contains('\0') || Encoding.UTF8.GetByteCount(name) > LongestName)
            throw new ArgumentException($"A schema's name has at most {LongestName} bytes and no NUL.", "schema");
        this.name = name;
    }

    /// <summary>The name as a quoted identifier.</summary>
    public string Quoted => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Any number of processes may do this at once.</summary>
    /// <exception cref="StateException">The database's encoding is not UTF-8, or the tables are of another format.</exception>
    public async Task PrepareAsync(NpgsqlConnection connection, string place, CancellationToken cancellationToken)
    {
        var encoding = (string?)await connection.Command("SELECT current_setting('server_encoding')").ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        if (encoding != "UTF8")
            throw new StateException($"The data repository cannot use {place}: the database's encoding is {encoding}, which cannot hold every name and text. Give a database with the encoding UTF8.", place);
        if (!await ExistsAsync(connection, cancellationToken).ConfigureAwait(false)) await CreateAsync(connection, cancellationToken).ConfigureAwait(false);
        var format = await connection.Command($"SELECT version FROM {Quoted}.format").ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        if (format is CurrentFormat) return;
        throw new StateException(
            format is > CurrentFormat
                ? $"The data repository in {place} has format {format}; this version of Semel reads format {CurrentFormat}. A newer version of Semel made it: upgrade this program's package."
                : $"The data repository in {place} has the format {format ?? "(none)"}, which no version of Semel has written. It is not taken for empty, because resources may exist. Restore it from a backup.",
            place);
    }

    /// <summary>Asks the catalogue itself: <c>to_regclass</c> may answer by what the session knew before it waited for the lock.</summary>
    private async Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await connection.Command("SELECT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = 'format')", name).ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true;

    /// <summary>All of it or nothing, by one process at a time.</summary>
    private async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false);
        await connection.Command("SELECT pg_advisory_xact_lock($1)", AdvisoryLocks.Number("schema", name)).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        if (await ExistsAsync(connection, cancellationToken).ConfigureAwait(false)) return;
        // one that an administrator has made needs no right to make schemas
        if (await connection.Command("SELECT NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", name).ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true)
            await connection.Command($"CREATE SCHEMA {Quoted}").ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await connection.Command(Tables).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Scope, model and instance are storage names; what stands for them exactly is in the content.</summary>
    private string Tables => $"""
        CREATE TABLE {Quoted}.records (
          scope text COLLATE "C" NOT NULL, model text COLLATE "C" NOT NULL, instance text COLLATE "C" NOT NULL,
          version bigint NOT NULL CHECK (version > 0), model_order bytea NOT NULL, instance_order bytea NOT NULL,
          PRIMARY KEY (scope, model, instance));
        COMMENT ON TABLE {Quoted}.records IS 'which version of each record is current';
        CREATE TABLE {Quoted}.versions (
          scope text COLLATE "C" NOT NULL, model text COLLATE "C" NOT NULL, instance text COLLATE "C" NOT NULL,
          version bigint NOT NULL CHECK (version > 0), content text NOT NULL,
          PRIMARY KEY (scope, model, instance, version),
          FOREIGN KEY (scope, model, instance) REFERENCES {Quoted}.records);
        COMMENT ON TABLE {Quoted}.versions IS 'every version of each record that is kept, as JSON with a checksum';
        CREATE UNLOGGED TABLE {Quoted}.holders (
          scope text COLLATE "C" NOT NULL, model text COLLATE "C" NOT NULL, instance text COLLATE "C" NOT NULL,
          session integer NOT NULL, runner text NOT NULL,
          PRIMARY KEY (scope, model, instance));
        COMMENT ON TABLE {Quoted}.holders IS 'who works on a key, for people; it proves nothing';
        CREATE TABLE {Quoted}.format (version integer NOT NULL, one boolean PRIMARY KEY DEFAULT true CHECK (one));
        INSERT INTO {Quoted}.format (version) VALUES ({CurrentFormat.ToString(CultureInfo.InvariantCulture)});
        """;
}
