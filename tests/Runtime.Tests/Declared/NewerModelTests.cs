using System.Text.Json.Nodes;
using Items1Models;
using Semel.Runtime.Tests.Drift;

namespace Semel.Runtime.Tests.Declared;

/// <summary>A record that a model of an earlier document wrote, read by one of a newer document.</summary>
[Trait("Feature", "L8")]
public sealed class NewerModelTests
{
    private readonly MemoryDataRepository _repository = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Verify.Never)]
    [InlineData(Verify.WithGet)]
    public async Task RenamedAddedRemovedAndRetyped_WhatIsThereAlready_IsReused_AndSettles(Verify verify)
    {
        await using var api = await DriftApi.StartAsync();
        var created = await new First.Items(api.Http, Semel(verify)).CreateAsync(new ItemCreate { Name = "a", Size = "s", Port = "80", Note = "x" }, Token);
        Migrate(api, created.Id);
        api.Mutations.Clear();
        var wanted = new Items2Models.ItemCreate { Name = "a", Plan = "s", Port = 80 };
        if (verify == Verify.Never) await new Second.Items(api.Http, Semel(verify)).RefreshAsync("a", Token); // what the API shows now is known

        var reused = await new Second.Items(api.Http, Semel(verify)).CreateAsync(wanted, Token);

        Assert.Equal((created.Id, Outcome.Reused, ""), (reused.Id, reused.Outcome, string.Join("; ", reused.Differences)));
        Assert.Equal(("s", 80), (reused.Value.Plan, reused.Value.Port));
        var version = (await _repository.FindAsync(reused.Key, Token))!.Version;
        for (var run = 0; run < 3; run++) await new Second.Items(api.Http, Semel(verify)).CreateAsync(wanted, Token);
        Assert.Empty(api.Mutations);
        Assert.Equal(version, (await _repository.FindAsync(reused.Key, Token))!.Version);
    }

    [Fact]
    public async Task NewProperty_ThatIsNotAsWantedYet_IsOneUpdate_WithThatPropertyOnly()
    {
        await using var api = await DriftApi.StartAsync();
        var created = await new First.Items(api.Http, Semel(Verify.WithGet)).CreateAsync(new ItemCreate { Name = "a", Size = "s", Port = "80", Note = "x" }, Token);
        Migrate(api, created.Id);
        api.Mutations.Clear();

        for (var run = 0; run < 3; run++) await new Second.Items(api.Http, Semel(Verify.WithGet)).CreateAsync(new Items2Models.ItemCreate { Name = "a", Plan = "s", Port = 80, Zone = "north" }, Token);

        Assert.Equal("""{"zone":"north"}""", Assert.Single(api.Mutations).Body.ToJsonString());
    }

    /// <summary>The control: a property that the newer document still has and nobody asks for any more is unset.</summary>
    [Fact]
    public async Task PropertyThatIsOnlyNotAskedForAnyMore_IsADifference()
    {
        await using var api = await DriftApi.StartAsync();
        var items = new First.Items(api.Http, Semel(Verify.Never));
        await items.CreateAsync(new ItemCreate { Name = "a", Size = "s", Note = "x" }, Token);

        var error = await Assert.ThrowsAsync<ReplacementRequiredException>(() => items.CreateAsync(new ItemCreate { Name = "a", Size = "s" }, Token));

        Assert.Equal("note", Assert.Single(error.Differences).Property);
    }

    private SemelContext Semel(Verify verify) => new(_repository, "test", new SemelOptions { ListLag = TimeSpan.Zero, Verify = verify });

    /// <summary>The API's own data have the new shape.</summary>
    private static void Migrate(DriftApi api, string id)
    {
        api.Edit(id, "plan", "s");
        api.Edit(id, "port", 80);
        foreach (var old in new[] { "size", "note" }) ((JsonObject)api.Live[id]).Remove(old);
    }
}
