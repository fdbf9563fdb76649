using Semel.Runtime.Tests;

namespace Semel.PostgreSqlTests;

/// <summary>What is in the tables and cannot be right is an error that stops, never "nothing there".</summary>
[Trait("Feature", "C6")]
public sealed class StateTests(SharedServer shared) : IDisposable
{
    private readonly Place place = new(shared.Server);

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("content = ''", "it is empty")]
    [InlineData("content = left(content, 200)", "line")]
    [InlineData("content = replace(content, '3164494', '3164495')", "does not match its \"sha256\"")]
    [InlineData("content = replace(content, '\"format\": 3', '\"format\": 4')", "A newer version of Semel wrote it: upgrade")]
    [InlineData("content = (SELECT content FROM {s}.versions v WHERE v.version = 1)", "as version 2 it holds version 1")]
    public async Task RecordThatCannotBeRead_IsAnError_AndIsNotWrittenOver(string change, string message)
    {
        var repository = await WithTwoVersionsAsync();
        await place.ExecuteAsync($"UPDATE {{s}}.versions SET {change} WHERE version = 2");

        foreach (var error in await ErrorsAsync(repository, expectedVersion: 2))
        {
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
            Assert.Contains("'web-1~", error.Location, StringComparison.Ordinal);
            Assert.Contains(place.Schema, error.Location, StringComparison.Ordinal);
        }
        Assert.Equal(2L, await place.ExecuteAsync("SELECT version FROM {s}.records"));
    }

    [Theory]
    [InlineData("DELETE FROM {s}.versions WHERE version = 2", "Version 2 of the record")]
    [InlineData("UPDATE {s}.records SET version = 1", "an older version was put back")]
    [InlineData("SET session_replication_role = replica; DELETE FROM {s}.records", "is missing, yet earlier versions of it are in")]
    public async Task TablesThatContradictEachOther_AreAnError(string change, string message)
    {
        var repository = await WithTwoVersionsAsync();
        await place.ExecuteAsync(change);

        var find = await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key));
        var write = await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Gone(), 0));
        var history = await Assert.ThrowsAsync<StateException>(async () => await repository.HistoryAsync(Sample.Key).ToListAsync());

        Assert.All([find, write, history], error => Assert.Contains(message, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RecordWithVersions_CannotBeDeletedByMistake()
    {
        await WithTwoVersionsAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => place.ExecuteAsync("DELETE FROM {s}.records"));
    }

    [Fact]
    public async Task GapInTheHistory_IsAnError()
    {
        var repository = await WithTwoVersionsAsync();
        await repository.TryWriteAsync(Sample.Gone(), 2);
        await place.ExecuteAsync("DELETE FROM {s}.versions WHERE version = 2");

        var error = await Assert.ThrowsAsync<StateException>(async () => await repository.HistoryAsync(Sample.Key).ToListAsync());

        Assert.Contains("Version 2 of the record", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await repository.FindAsync(Sample.Key))!.Version);
    }

    [Fact]
    public async Task RecordThatWasCopiedToAnotherKey_IsAnError()
    {
        var repository = await WithTwoVersionsAsync();
        await repository.TryWriteAsync(Sample.Live(new("prod", "Droplets", "web-2")), 0);
        await repository.TryWriteAsync(Sample.Live(new("prod", "Droplets", "web-2")), 1);
        await place.ExecuteAsync("UPDATE {s}.versions v SET content = o.content FROM {s}.versions o WHERE v.version = 2 AND o.version = 2 AND v.instance < o.instance");

        Assert.Contains("it was copied or renamed", (await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key))).Message, StringComparison.Ordinal);
        Assert.Contains("it was copied or renamed", (await Assert.ThrowsAsync<StateException>(async () => await repository.ListAsync("prod").ToListAsync())).Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "C7")]
    public async Task RecordsOfFormat1_AreRead_AndTheNextWriteIsOfTheCurrentFormat()
    {
        var repository = place.New();
        var key = new ResourceKey("prod", "Servers", "live");
        await repository.TryWriteAsync(Sample.Live(key), 0);
        await repository.TryWriteAsync(Sample.Live(key), 1);
        await place.ExecuteAsync($"UPDATE {{s}}.versions SET content = CASE version WHEN 1 THEN '{Format1.LiveVersion1}' ELSE '{Format1.LiveVersion2}' END");

        var found = Assert.IsType<LiveRecord>(await place.New().FindAsync(key));

        Assert.Equal("4200000001", found.Id);
        Assert.Equal(3, (await repository.TryWriteAsync(found, 2))!.Version);
        Assert.Equal([1, 2, 3], await repository.HistoryAsync(key).Select(record => record.Version).ToListAsync());
        Assert.Equal("3", await place.ExecuteAsync("SELECT content::json->>'format' FROM {s}.versions WHERE version = 3"));
    }

    [Fact, Trait("Feature", "C7")]
    public async Task TablesOfANewerFormat_AreRefused()
    {
        await WithTwoVersionsAsync();
        await place.ExecuteAsync("UPDATE {s}.format SET version = 2");

        var error = await Assert.ThrowsAsync<StateException>(async () => await place.New().FindAsync(Sample.Key));

        Assert.Contains("A newer version of Semel made it: upgrade", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TablesThatLostTheirFormat_AreRefused()
    {
        await WithTwoVersionsAsync();
        await place.ExecuteAsync("DELETE FROM {s}.format");

        Assert.Contains("(none)", (await Assert.ThrowsAsync<StateException>(async () => await place.New().FindAsync(Sample.Key))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaThatWasDroppedMeanwhile_IsNotTakenForEmpty()
    {
        var repository = await WithTwoVersionsAsync();
        await place.ExecuteAsync("DROP SCHEMA {s} CASCADE");

        foreach (var error in await ErrorsAsync(repository, expectedVersion: 0)) Assert.Contains("It is not taken for empty", error.Message, StringComparison.Ordinal);
    }

    private async Task<IDataRepository> WithTwoVersionsAsync()
    {
        var repository = place.New();
        await repository.TryWriteAsync(Sample.Intent(), 0);
        await repository.TryWriteAsync(Sample.Live(), 1);
        return repository;
    }

    private static async Task<StateException[]> ErrorsAsync(IDataRepository repository, long expectedVersion) =>
    [
        await Assert.ThrowsAsync<StateException>(async () => await repository.FindAsync(Sample.Key)),
        await Assert.ThrowsAsync<StateException>(async () => await repository.TryWriteAsync(Sample.Gone(), expectedVersion)),
        await Assert.ThrowsAsync<StateException>(async () => await repository.HistoryAsync(Sample.Key).ToListAsync()),
        await Assert.ThrowsAsync<StateException>(async () => await repository.ListAsync("prod").ToListAsync()),
        await Assert.ThrowsAsync<StateException>(async () => await repository.TrimHistoryAsync("prod", new(), dryRun: false)),
    ];
}
