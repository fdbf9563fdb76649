using System.Transactions;
using Npgsql;

namespace Semel;

/// <summary>The database with the schema of a repository: connections to it, and what its errors mean.</summary>
internal sealed class Database(NpgsqlDataSource source, string schema)
{
    private readonly DatabaseSchema tables = new(schema);
    private readonly DatabaseFault fault = new(source, schema);

    private volatile bool prepared;

    /// <summary>The schema as a quoted identifier.</summary>
    public string Schema => tables.Quoted;

    /// <summary>For people: schema, database and server.</summary>
    public string Place => fault.Place;

    /// <summary>
    /// A connection to tables that are there. It takes no part in a transaction of the caller's: what that writes it may take back.
    /// </summary>
    /// <exception cref="StateException">There is no connection to be had, or what is there is no repository of this version.</exception>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var alone = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        return await GuardAsync(async () =>
        {
            var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (!prepared) await tables.PrepareAsync(connection, Place, cancellationToken).ConfigureAwait(false);
                prepared = true;
                return connection;
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }).ConfigureAwait(false);
    }

    /// <exception cref="StateException">The server refused, or the connection was lost: then a commit may have been made all the same.</exception>
    public async ValueTask<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (NpgsqlException exception)
        {
            throw fault.Translate(exception);
        }
    }
}
