using Npgsql;

namespace Semel;

/// <summary>Turns what the server or the connection says into what a person can act on.</summary>
internal sealed class DatabaseFault
{
    private readonly string server;

    public DatabaseFault(NpgsqlDataSource source, string schema)
    {
        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        server = $"{settings.Host}:{settings.Port}";
        Place = $"schema {schema} of the database {settings.Database ?? settings.Username} at {server}";
    }

    /// <summary>For people: schema, database and server.</summary>
    public string Place { get; }

    public StateException Translate(NpgsqlException exception) =>
        new($"The data repository cannot use {Place}: {Describe(exception)}", Place, exception);

    private string Describe(NpgsqlException exception) => exception.SqlState switch
    {
        _ when IsLost(exception) => $"{Chain(exception)} Whether a write that was under way is there is not known; the next run looks. See that {server} can be reached and run again.",
        PostgresErrorCodes.DiskFull => "the server's disk is full. The record is as it was before. Free space and run again.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "it is read-only: a standby, or made so by a setting. Connect to the primary (Target Session Attributes=primary).",
        PostgresErrorCodes.InsufficientPrivilege => $"{Text(exception)}. Grant the user of the connection string what it needs: see the package's page.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => $"{Text(exception)}. See to the user and password of the connection string.",
        PostgresErrorCodes.InvalidCatalogName => $"{Text(exception)}. Make the database first: a schema in it is made here, a database is not.",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName =>
            $"{Text(exception)}, though it was there. It is not taken for empty, because resources may exist. Restore the schema from a backup and run again.",
        PostgresErrorCodes.TooManyConnections => $"{Text(exception)}. Lower Maximum Pool Size in the connection strings, or raise max_connections of the server.",
        _ => $"{Text(exception)} ({exception.SqlState}). See to the server and run again.",
    };

    /// <summary>Whether the connection is lost, which the server may have had time to say: it was shut down, or crashed.</summary>
    private static bool IsLost(NpgsqlException exception) =>
        exception is not PostgresException || exception.SqlState is ['5', '7', 'P', ..] or ['0', '8', ..];

    private static string Text(NpgsqlException exception) => exception is PostgresException said ? said.MessageText : exception.Message;

    /// <summary>Npgsql names the cause in what is inside.</summary>
    private static string Chain(Exception exception) =>
        exception.InnerException is { } inner && inner.Message != exception.Message ? $"{Sentence(exception.Message)} {Sentence(inner.Message)}" : Sentence(exception.Message);

    private static string Sentence(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : $"{text.TrimEnd()}.";
}
