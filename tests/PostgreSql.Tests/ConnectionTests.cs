using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Semel.PostgreSqlTests;

/// <summary>How a repository comes to its connections, and what it says where there is none to be had.</summary>
public sealed class ConnectionTests(SharedServer shared) : IDisposable
{
    private readonly Place place = new(shared.Server);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task ConstructingIt_ConnectsToNothing()
    {
        await using var repository = new PostgreSqlDataRepository("Host=127.0.0.1;Port=1;Username=nobody;Database=none");

        Assert.Contains("none at 127.0.0.1:1", (await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key))).Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "C1")]
    public async Task TwoConnections_AreEnough_AndNoneStaysInUse()
    {
        await using var source = NpgsqlDataSource.Create(place.Server.ConnectionString + ";Maximum Pool Size=2");
        var repository = new PostgreSqlDataRepository(source, place.Schema, place.Folder());
        for (var version = 0; version < 12; version++)
        {
            await using var held = await repository.TryLockAsync(Sample.Key, Sample.Runner, TimeSpan.Zero);
            Assert.NotNull(held);
            Assert.NotNull(await repository.TryWriteAsync(Sample.Live() with { Readiness = Readiness.Ready, PendingFollowUps = [], Retiring = [] }, version));
            Assert.Null(await repository.TryWriteAsync(Sample.Live(), version));
            await repository.HistoryAsync(Sample.Key).FirstAsync();
            await repository.ListAsync("prod").FirstAsync();
            Assert.NotNull(await repository.FindHolderAsync(Sample.Key));
        }
        Assert.Single(await repository.TrimHistoryAsync("prod", new(), dryRun: false));
        Assert.Equal(0L, await place.ExecuteAsync($"SELECT count(*) FROM pg_locks l JOIN {{s}}.holders h ON l.pid = h.session"));
    }

    [Fact]
    public async Task Errors_SayWhatToDo_AndNoPassword()
    {
        const string wrong = "wrong-secret";
        await place.Server.ExecuteAsync($"CREATE DATABASE \"latin {place.Schema}\" ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        var good = place.Server.ConnectionString;

        Assert.Contains("See to the user and password", await MessageAsync(new NpgsqlConnectionStringBuilder(good) { Password = wrong }.ConnectionString), StringComparison.Ordinal);
        Assert.Contains("Make the database first", await MessageAsync(place.Server.For("none")), StringComparison.Ordinal);
        Assert.Contains("the encoding UTF8", await MessageAsync(place.Server.For($"latin {place.Schema}")), StringComparison.Ordinal);
        Assert.Contains("can be reached", await MessageAsync(new NpgsqlConnectionStringBuilder(good) { Port = 1 }.ConnectionString), StringComparison.Ordinal);

        async Task<string> MessageAsync(string connectionString)
        {
            await using var repository = new PostgreSqlDataRepository(connectionString, place.Schema, place.Folder());
            var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Live(), 0));
            Assert.DoesNotContain(wrong, error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(place.Server.Password, error.ToString(), StringComparison.Ordinal);
            return error.Message;
        }
    }

    [Fact]
    public async Task UserWhoMayNotMakeSchemas_IsTold_AndMayUseOneThatIsThere()
    {
        var user = $"app {place.Schema}";
        await place.Server.ExecuteAsync($"CREATE ROLE \"{user}\" LOGIN PASSWORD '{place.Server.Password}'");
        await using var repository = new PostgreSqlDataRepository(place.Server.For("postgres", user), place.Schema, place.Folder());

        Assert.Contains("Grant the user", (await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key))).Message, StringComparison.Ordinal);
        await place.ExecuteAsync($"CREATE SCHEMA {{s}} AUTHORIZATION \"{user}\"");

        Assert.NotNull(await repository.TryWriteAsync(Sample.Live(), 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("éééééééééééééééééééééééééééééééé")]
    public void NameOfASchema_ThatTheServerWouldCutOrRefuse_IsRefused(string schema) =>
        Assert.Throws<ArgumentException>(() => new PostgreSqlDataRepository(place.Source, schema));

    [Fact]
    public async Task NameOfASchema_MayHoldQuotes()
    {
        var repository = new PostgreSqlDataRepository(place.Source, $"{place.Schema} \"; DROP TABLE x; --", place.Folder());

        Assert.NotNull(await repository.TryWriteAsync(Sample.Live(), 0));
    }

    [Fact]
    public void DataSourceThatMultiplexes_IsRefused()
    {
        using var source = NpgsqlDataSource.Create(place.Server.ConnectionString + ";Multiplexing=true");

        Assert.Throws<ArgumentException>(() => new PostgreSqlDataRepository(source));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Registered_BeforeOrAfterTheContext_ItIsTheRepository(bool before)
    {
        var services = new ServiceCollection();
        if (before) services.AddSemelPostgreSql(place.Server.ConnectionString, place.Schema);
        services.AddSemel("prod");
        if (!before) services.AddSingleton(place.Source).AddSemelPostgreSqlDataSource(place.Schema);
        await using var provider = services.BuildServiceProvider();

        var repository = provider.GetRequiredService<SemelContext>().Repository;

        Assert.IsType<PostgreSqlDataRepository>(repository);
        Assert.NotNull(await repository.TryWriteAsync(Sample.Live(), 0));
        Assert.Equal(1, (await place.New().FindAsync(Sample.Key))!.Version);
    }
}
