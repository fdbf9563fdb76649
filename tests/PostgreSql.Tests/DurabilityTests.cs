using System.Transactions;
using Npgsql;

namespace Semel.PostgreSqlTests;

/// <summary>What was said to be written is there, whatever happens to the server, to the connection or to the caller's transaction.</summary>
[Trait("Feature", "C2")]
public sealed class DurabilityTests(SharedServer shared)
{
    [Fact]
    public async Task Write_WaitsForTheDisk_WhereTheRoleDoesNot()
    {
        using var place = new Place(shared.Server);
        var user = $"hasty {place.Schema}";
        await shared.Server.ExecuteAsync($"CREATE ROLE \"{user}\" LOGIN SUPERUSER PASSWORD '{shared.Server.Password}'; ALTER ROLE \"{user}\" SET synchronous_commit = off");
        await using var repository = new PostgreSqlDataRepository(shared.Server.For("postgres", user), place.Schema, place.Folder());
        await repository.FindAsync(Sample.Key);
        await place.ExecuteAsync("""
            CREATE TABLE {s}.seen (setting text, place text);
            CREATE FUNCTION {s}.see() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO {s}.seen VALUES (current_setting(''synchronous_commit''), TG_TABLE_NAME); RETURN NULL; END';
            CREATE TRIGGER see AFTER INSERT ON {s}.versions FOR EACH STATEMENT EXECUTE FUNCTION {s}.see();
            CREATE TRIGGER see AFTER UPDATE ON {s}.format FOR EACH STATEMENT EXECUTE FUNCTION {s}.see();
            """);

        await repository.TryWriteAsync(Sample.Intent(), 0);
        await repository.TryWriteAsync(Sample.Live(), 1);

        Assert.Equal("on,on", await place.ExecuteAsync("SELECT string_agg(setting, ',') FROM {s}.seen"));
        await shared.Server.ExecuteAsync($"UPDATE \"{place.Schema}\".format SET version = 1", shared.Server.For("postgres", user));
        Assert.Equal("off", await place.ExecuteAsync("SELECT setting FROM {s}.seen WHERE place = 'format'")); // what another write of that role does
    }

    [Fact]
    public async Task Write_IsNoPartOfTheCallersTransaction_AndStaysWhenThatIsRolledBack()
    {
        using var place = new Place(shared.Server);
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled)) Assert.NotNull(await place.New().TryWriteAsync(Sample.Live(), 0));

        Assert.Equal(1, (await place.New().FindAsync(Sample.Key))!.Version);
    }

    [Fact]
    public async Task ServerKilledDuringWrites_HasWhatItAcknowledged_AndTheSameRepositoryGoesOn()
    {
        SharedServer.Require();
        await using var server = await PostgreSqlServer.StartAsync();
        using var place = new Place(server);
        var repository = place.New();
        // so that several connections wait in the pool when the server goes
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(async () => await repository.TryWriteAsync(Sample.Live(new("prod", "Droplets", $"other-{number}")), 0))));
        var acknowledged = 0L;
        var writing = Task.Run(async () =>
        {
            while (true) Volatile.Write(ref acknowledged, (await repository.TryWriteAsync(Sample.Live(), acknowledged))!.Version);
        });
        await Processes.Eventually.IsAsync(() => Volatile.Read(ref acknowledged) >= 50, "fifty writes");

        server.Kill();

        var error = await Assert.ThrowsAsync<StateException>(() => writing);
        Assert.Contains("not known; the next run looks", error.Message, StringComparison.Ordinal);
        Assert.Contains("can be reached", (await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key))).Message, StringComparison.Ordinal);
        await server.RunAsync();

        var found = await repository.FindAsync(Sample.Key);
        Assert.InRange(found!.Version, acknowledged, acknowledged + 1);
        Assert.Equal(Enumerable.Range(1, (int)found.Version).Select(version => (long)version), await repository.HistoryAsync(Sample.Key).Select(record => record.Version).ToListAsync());
        Assert.Equal(11, await repository.ListAsync("prod").CountAsync());
        Assert.NotNull(await repository.TryWriteAsync(Sample.Gone(), found.Version));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReplyOfTheServerIsLost_TheWriteFails_AndIsThereAllTheSame_IfItWasCommitted(bool committed)
    {
        using var place = new Place(shared.Server);
        await place.New().FindAsync(Sample.Key);
        await using var wire = new LossyWire(shared.Server.Port) { AtCommit = committed, Write = 1 };
        await using var repository = new PostgreSqlDataRepository(wire.Through(shared.Server.ConnectionString), place.Schema, place.Folder());

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Live(), 0));

        Assert.IsAssignableFrom<NpgsqlException>(error.InnerException);
        Assert.Contains("the next run looks", error.Message, StringComparison.Ordinal);
        Assert.Equal(committed ? 1 : null, (await repository.FindAsync(Sample.Key))?.Version);
        Assert.Equal(committed ? null : 1, (await repository.TryWriteAsync(Sample.Live(), 0))?.Version);
    }
}
