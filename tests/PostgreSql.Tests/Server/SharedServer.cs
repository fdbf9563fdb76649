using Semel.PostgreSqlTests;

[assembly: AssemblyFixture(typeof(SharedServer))]

namespace Semel.PostgreSqlTests;

/// <summary>One server for all tests that don't kill it.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private PostgreSqlServer? server;

    /// <summary>The server, or the test is skipped.</summary>
    internal PostgreSqlServer Server
    {
        get
        {
            Require();
            return server!;
        }
    }

    /// <summary>Skips the test where there is no PostgreSQL.</summary>
    internal static void Require() => Assert.SkipUnless(PostgreSqlServer.IsInstalled, $"PostgreSQL 15 is not in {PostgreSqlServer.Programs}; on Debian: apt-get install postgresql.");

    public async ValueTask InitializeAsync()
    {
        if (PostgreSqlServer.IsInstalled) server = await PostgreSqlServer.StartAsync();
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
