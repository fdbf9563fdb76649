using Npgsql;

namespace Semel.PostgreSqlTests;

/// <summary>A schema and a lock folder of a test's own.</summary>
internal sealed class Place(PostgreSqlServer server) : IDisposable
{
    private static int number;

    private readonly string folder = Directory.CreateTempSubdirectory("semel-pg-locks-").FullName;

    public PostgreSqlServer Server => server;

    public string Schema { get; } = $"test {Interlocked.Increment(ref number)}";

    public string Folder(string machine = "here") => Path.Combine(folder, machine);

    /// <summary>The connections of one process.</summary>
    public NpgsqlDataSource Source { get; } = server.Open();

    /// <summary>A runner's repository; runners on one machine share the locks of the operating system.</summary>
    public PostgreSqlDataRepository New(string machine = "here", TimeProvider? timeProvider = null) => new(Source, Schema, Folder(machine), timeProvider);

    public Worker Start(string command, params string[] arguments) => StartOn("here", command, arguments);

    public Worker StartOn(string machine, string command, params string[] arguments) =>
        Worker.Start(server.ConnectionString, [command, Schema, Folder(machine), .. arguments]);

    /// <summary>Runs SQL with <c>{s}</c> for the schema.</summary>
    public Task<object?> ExecuteAsync(string text) => server.ExecuteAsync(text.Replace("{s}", $"\"{Schema}\"", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
