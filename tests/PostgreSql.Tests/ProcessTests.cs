using System.Globalization;

namespace Semel.PostgreSqlTests;

/// <summary>Processes that share a database, and die at it.</summary>
public sealed class ProcessTests(SharedServer shared) : IDisposable
{
    private readonly Place place = new(shared.Server);

    public void Dispose() => place.Dispose();

    [Fact, Trait("Feature", "C3")]
    public async Task EightProcessesOf64Tasks_OnOneKey_OneWins()
    {
        var wins = await Worker.TogetherAsync([.. Enumerable.Range(0, 8).Select(_ => place.Start("race", "64"))]);

        Assert.Equal(1, wins.Sum(line => int.Parse(line, CultureInfo.InvariantCulture)));
        Assert.Equal(1, (await place.New().FindAsync(Sample.Key))!.Version);
    }

    [Fact, Trait("Feature", "C2")]
    public async Task SixteenProcesses_MakeTheTablesAtOnce_AndAllFindThem()
    {
        var lines = await Worker.TogetherAsync([.. Enumerable.Range(0, 16).Select(_ => place.Start("open"))]);

        Assert.All(lines, line => Assert.Equal("empty", line));
        Assert.Equal(1L, await place.ExecuteAsync("SELECT count(*) FROM {s}.format"));
    }

    [Fact, Trait("Feature", "C2")]
    public async Task KilledDuringAThousandWrites_TheLastRecordReads_AndVersionsAreContiguous()
    {
        var random = new Random(1);
        var previous = 0L;
        for (var round = 0; round < 4; round++)
        {
            using var worker = place.Start("write", "1000");
            var reported = previous;
            for (var line = random.Next(1, 120); line > 0; line--) reported = long.Parse(await worker.ReadLineAsync(), CultureInfo.InvariantCulture);
            if (await worker.KillAsync() is { Count: > 1 } rest) reported = long.Parse(rest[^2], CultureInfo.InvariantCulture);

            // the server may still be at work on what was sent last
            var record = await place.New().FindAsync(Sample.Key);
            Assert.InRange(record!.Version, reported, previous + 1000);
            var versions = await place.New().HistoryAsync(Sample.Key).Select(version => version.Version).ToListAsync();
            Assert.Equal(Enumerable.Range(1, versions.Count).Select(version => (long)version), versions);
            Assert.InRange(versions.Count, record.Version, record.Version + 1);
            previous = versions.Count;
        }
    }
}
