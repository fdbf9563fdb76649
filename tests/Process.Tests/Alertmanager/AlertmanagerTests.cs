using System.Net.Http.Json;

namespace Semel.Processes;

/// <summary>Silences of Alertmanager: the same POST twice makes two.</summary>
public sealed class AlertmanagerTests(AlertmanagerServer server, ITestOutputHelper output) : IClassFixture<AlertmanagerServer>, IDisposable
{
    private const int Lanes = 5;
    private const int RoundsInLane = 10;

    private readonly string folder = Directory.CreateTempSubdirectory("semel-").FullName;

    private FileDataRepository Repository => new(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task WithoutSemel_TheSamePostTwice_MakesTwo()
    {
        for (var time = 0; time < 2; time++)
        {
            using var reply = await server.Http.PostAsJsonAsync("silences", new
            {
                matchers = new[] { new { name = "alertname", value = "bare", isRegex = false } },
                startsAt = "2020-01-01T00:00:00Z",
                endsAt = "2100-01-01T00:00:00Z",
                createdBy = "semel",
                comment = "maintenance",
            });
            reply.EnsureSuccessStatusCode();
        }

        Assert.Equal(2, (await server.ActiveAsync("bare")).Count);
    }

    [Fact, Trait("Feature", "D1")]
    public async Task KilledFiftyTimes_AndRunAgain_MakesOneOfEachIdentity()
    {
        var tally = new Tally();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => new Lane(Repository, tally).RunAsync(Victims(lane).ToAsyncEnumerable())));

        output.WriteLine($"{tally}");
        Assert.Equal(Lanes * RoundsInLane, tally.Kills);
    }

    [Fact, Trait("Feature", "H1")]
    public async Task TwoRunnersAtOnce_MakeOne()
    {
        for (var round = 0; round < 5; round++)
        {
            var order = Order($"together-{round}");

            var reports = await Together.RunAsync(order, 2);

            var id = await IsOneAsync(order);
            Assert.All(reports, report => Assert.Equal(id, report.Id));
        }
    }

    [Fact, Trait("Feature", "I2")]
    public async Task DeletedSilence_StaysAsExpired_AndIsMadeAnew()
    {
        var order = Order("deleted");
        var first = (await Worker.RunAsync(order)).Reports[0];
        var again = order with { Delete = first.Id };

        var second = (await Worker.RunAsync(again)).Reports[0];

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(2, (await server.SilencesAsync("deleted")).Count);
        Assert.Equal(second.Id, await IsOneAsync(order));
    }

    [Fact]
    public async Task ExpiredSilence_IsNotAdopted_WhereTheRecordsAreLost()
    {
        var order = Order("expired");
        var first = (await Worker.RunAsync(order)).Reports[0];
        (await server.Http.DeleteAsync($"silence/{first.Id}")).EnsureSuccessStatusCode();
        Directory.Delete(folder, recursive: true);

        var second = (await Worker.RunAsync(order)).Reports[0];

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(second.Id, await IsOneAsync(order));
    }

    /// <summary>The lanes share the points of a create; those of its POST are met four times.</summary>
    private IEnumerable<Victim> Victims(int lane)
    {
        var sending = Point.OfCreate.Where(point => point.StartsWith("create-", StringComparison.Ordinal)).ToList();
        IEnumerable<string> points = [.. Point.OfCreate, .. sending, .. sending, .. sending];
        foreach (var (index, point) in points.Index().Where(item => item.Index % Lanes == lane).Take(RoundsInLane))
        {
            var order = Order($"round-{index}") with { Flight = Processes.Order.ShortFlight };
            yield return new Victim(order, [new Death(point)], order, SettleAsync);
        }
    }

    private async Task SettleAsync(Order order, ResourceRecord? left, Report report)
    {
        Assert.True(report.Error is null, report.Message);
        Assert.Equal(report.Id, await IsOneAsync(order));
        if (left is LiveRecord) Assert.Equal(nameof(Outcome.Reused), report.Outcome);
    }

    /// <summary>One active silence of that identity, named by the record; one more run leaves both as they are.</summary>
    private async Task<string> IsOneAsync(Order order)
    {
        var active = Assert.Single(await server.ActiveAsync(order.Instance));
        Assert.Contains(Marker.For(order.Key, 1).IdentityText, (string?)active["comment"]);
        var before = (await server.SilencesAsync(order.Instance)).Count;
        var record = Assert.IsType<LiveRecord>(await Repository.FindAsync(order.Key));

        var again = await Job.RunAsync(order, Trace.None);

        Assert.Equal((record.Id, nameof(Outcome.Reused)), (again.Id, again.Outcome));
        Assert.Equal(record.Version, (await Repository.FindAsync(order.Key))!.Version);
        Assert.Equal(before, (await server.SilencesAsync(order.Instance)).Count);
        Assert.Equal((string?)active["updatedAt"], (string?)Assert.Single(await server.ActiveAsync(order.Instance))["updatedAt"]);
        Assert.Equal((string?)active["id"], record.Id);
        return record.Id;
    }

    private Order Order(string instance)
    {
        Assert.SkipWhen(Kind.Silences is null, "'alertmanager/openapi.yaml' was not in a folder shared/specs beside the project's root when this was built.");
        return new() { Address = server.Http.BaseAddress!.ToString(), Folder = folder, Kind = Kind.Silences.Name, Instance = instance };
    }
}
