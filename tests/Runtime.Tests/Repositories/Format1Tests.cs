using System.Text;

namespace Semel.Runtime.Tests;

/// <summary>An old file is read for what it meant, and never for more.</summary>
[Trait("Feature", "C7")]
public sealed class Format1Tests : IDisposable
{
    private static readonly RecordSource Source = new("state/web-1.json", "state/.history/web-1");

    private readonly TemporaryFolder temporary = new();

    private FileDataRepository Repository => new(Path.Combine(temporary.Path, "state"));

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Live_IsReady_AndNothingIsPending()
    {
        var live = Assert.IsType<LiveRecord>(Read(Format1.LiveVersion2));

        Assert.Equal((2, 1, "4200000001", "prod/Servers/live"), (live.Version, live.Generation, live.Id, live.Key.ToString()));
        Assert.Equal((true, false, "team-a", "semel-gq9s8ay882m70r2psq03-1"), (live.MarkerDropped, live.Adopted, live.SeenBy, live.Marker));
        Assert.Equal(Readiness.Ready, live.Readiness);
        Assert.All([live.PendingFollowUps, live.DoneFollowUps, live.Retiring, live.Duplicates, live.MovedFrom], Assert.Empty);
        Assert.Equal("active", live.Attributes["status"]!.GetValue<string>());
        Assert.Equal("""{"name":"live","region":"north-1","size":"small","image":"debian-13"}""", live.Input!.ToJsonString());
    }

    [Fact]
    public void Live_MayStillBeReachedByAPost_ForTheDefaultFlightTime()
    {
        var live = Assert.IsType<LiveRecord>(Read(Format1.LiveVersion2));

        Assert.Equal(live.CreatedAt + TimeSpan.FromMinutes(2), live.InFlightUntil);
    }

    [Theory, Trait("Feature", "H4")]
    [InlineData(Format1.IntentVersion2)]
    [InlineData(Format1.LiveVersion1)]
    public void Intent_IsOfARunner_ThatIsNeverPresumedDead(string text)
    {
        var runner = Assert.IsType<IntentRecord>(Read(text)).Runner;

        Assert.Equal(("build-7", "bde71e38"), (runner.Host, runner.Run));
        Assert.True(runner.Process > 0);
        Assert.NotEqual(Repository.LockDomain, runner.Domain);
        Assert.DoesNotContain('/', runner.Domain); // what every domain of files has
    }

    [Fact]
    public void Intent_KeepsItsKeyAndItsDoubt()
    {
        var intent = Assert.IsType<IntentRecord>(Read(Format1.IntentVersion2));

        Assert.Equal(("70049c5f-96cd-8275-ab0c-dcbcaaa17e5e", true, false, false), (intent.IdempotencyKey, intent.LookedBefore, intent.Replaces, intent.MarkerDropped));
        Assert.Null(intent.Operation);
        var attempt = Assert.Single(intent.Attempts);
        Assert.Equal((1, AttemptState.Ambiguous, "the exchange failed (HttpRequestException)", (int?)null), (attempt.Number, attempt.State, attempt.Evidence, attempt.Status));
    }

    [Theory]
    [InlineData("status 503", 503)]
    [InlineData("status 422", 422)]
    [InlineData("status 200 without a JSON object", 200)]
    [InlineData("409 already exists: it is there", 409)]
    [InlineData("no reply in time", null)]
    [InlineData("status", null)]
    [InlineData("status !!!", null)]
    public void StatusOfAnAttempt_IsTakenFromItsEvidence(string evidence, int? status)
    {
        var text = Signed(Format1.IntentVersion2.Replace("the exchange failed (HttpRequestException)\"\n", $"{evidence}\"\n", StringComparison.Ordinal));

        var attempt = Assert.Single(Assert.IsType<IntentRecord>(Read(text)).Attempts);

        Assert.Equal((evidence, status), (attempt.Evidence, attempt.Status));
    }

    [Fact]
    public void Deleting_AndGone_KeepTheirIds()
    {
        var deleting = Assert.IsType<DeletingRecord>(Read(Format1.DeletingVersion3));
        var gone = Assert.IsType<TombstoneRecord>(Read(Format1.GoneVersion4));

        Assert.Equal(("4200000003", null, null, false), (deleting.Id, deleting.Marker, deleting.SeenBy, deleting.MarkerDropped));
        Assert.Equal(("4200000004", false), (gone.Id, gone.MarkerDropped));
        Assert.Equal(["4200000004"], gone.Superseded);
        Assert.Equal(gone.Provenance.At + TimeSpan.FromMinutes(2), gone.InFlightUntil);
    }

    [Theory]
    [InlineData(Format1.GoneVersion4, "\"id\": \"4200000004\",\n", "\"id\" is missing")]
    [InlineData(Format1.IntentVersion2, "\"replaces\": false,\n", "\"replaces\" is missing")]
    [InlineData(Format1.LiveVersion2, "\"markerDropped\": true,\n", "\"markerDropped\" is missing")]
    public void WhatFormat1AlwaysSaid_IsNotMadeUp(string text, string cut, string why) =>
        Assert.Contains(why, Assert.Throws<StateException>(() => Read(Signed(text.Replace(cut, "\n", StringComparison.Ordinal)))).Message);

    [Theory]
    [InlineData(Format1.LiveVersion1)]
    [InlineData(Format1.LiveVersion2)]
    [InlineData(Format1.IntentVersion2)]
    [InlineData(Format1.DeletingVersion3)]
    [InlineData(Format1.GoneVersion4)]
    public void ChecksumIsVerified_BeforeAnythingIsUpgraded(string text)
    {
        Read(text);

        Assert.Contains("sha256", Assert.Throws<StateException>(() => Read(text.Replace("\"generation\": 1", "\"generation\": 2", StringComparison.Ordinal))).Message);
    }

    [Fact]
    public async Task NextWrite_IsOfTheCurrentFormat_AndTheHistoryStaysReadable()
    {
        var key = new ResourceKey("prod", "Servers", "live");
        var paths = RecordPaths.Of(Repository.Folder, key);
        Directory.CreateDirectory(paths.History);
        await File.WriteAllTextAsync(paths.Version(1), Format1.LiveVersion1);
        await File.WriteAllTextAsync(paths.Record, Format1.LiveVersion2);

        var found = Assert.IsType<LiveRecord>(await Repository.FindAsync(key));
        Assert.Equal(3, (await Repository.TryWriteAsync(found with { SeenBy = "team-b" }, 2))!.Version);

        Assert.Contains("\"format\": 3", await File.ReadAllTextAsync(paths.Record));
        Assert.Equal(Format1.LiveVersion2, await File.ReadAllTextAsync(paths.Version(2)));
        Assert.Equal([typeof(IntentRecord), typeof(LiveRecord), typeof(LiveRecord)], await Repository.HistoryAsync(key).Select(record => record.GetType()).ToListAsync());
        Assert.Equal("team-b", Assert.IsType<LiveRecord>(Assert.Single(await Repository.ListAsync("prod").ToListAsync())).SeenBy);
    }

    private static ResourceRecord Read(string text) => RecordJson.Read(Encoding.UTF8.GetBytes(text), Source);

    /// <summary>The text with the checksum that its writer would have given it.</summary>
    private static string Signed(string text)
    {
        var old = text.Split("\"sha256\": \"")[1][..64];
        return text.Replace(old, RecordChecksum.Compute(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
    }
}
