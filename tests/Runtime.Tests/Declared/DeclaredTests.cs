using System.Text;
using System.Text.Json.Nodes;
using Semel.Runtime.Tests.Drift;
using ThingsModels;

namespace Semel.Runtime.Tests.Declared;

/// <summary>What is declared on the attribute, or said in the document, driven through what the generator writes.</summary>
public sealed class DeclaredTests
{
    private readonly MemoryDataRepository _repository = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SemelContext Semel => new(_repository, "test", new SemelOptions { ClockSkew = TimeSpan.Zero, ListLag = TimeSpan.Zero });

    private static ThingCreate Small => new() { Name = "web", Size = "small", Image = "12", Note = "a", Tags = ["a"] };

    [Fact, Trait("Feature", "F2")]
    public async Task Nothing_Reports()
    {
        await using var api = await DriftApi.StartAsync();
        var things = new Reported(api.Http, Semel);
        await things.CreateAsync(Small, Token);
        api.Mutations.Clear();

        var reported = await things.CreateAsync(new() { Name = "web", Size = "large", Image = "12", Note = "a", Tags = ["a"] }, Token);

        Assert.Equal((Outcome.Reused, "size"), (reported.Outcome, Assert.Single(reported.Differences).Property));
        Assert.Empty(api.Mutations);
        await Assert.ThrowsAsync<ReplacementRequiredException>(() => things.CreateAsync(new() { Name = "web", Size = "small", Image = "13", Note = "a", Tags = ["a"] }, Token));
    }

    [Fact, Trait("Feature", "F2")]
    public async Task OnDriftUpdate_Updates_AndIgnoreChangesLetsPass()
    {
        await using var api = await DriftApi.StartAsync();
        var things = new Updated(api.Http, Semel);
        await things.CreateAsync(Small, Token);
        api.Mutations.Clear();

        await things.CreateAsync(new() { Name = "web", Size = "small", Image = "12", Note = "changed", Tags = ["a"] }, Token);
        Assert.Empty(api.Mutations);
        await things.CreateAsync(new() { Name = "web", Size = "large", Image = "12", Note = "changed", Tags = ["a"] }, Token);

        Assert.Equal("""{"size":"large"}""", Assert.Single(api.Mutations).Body.ToJsonString());
    }

    [Fact, Trait("Feature", "F4")]
    public async Task OwnedSets_LoseWhatOthersAdded_AndOthersKeepIt()
    {
        await using var api = await DriftApi.StartAsync();
        var (owned, shared) = (new Updated(api.Http, Semel), new Rewritten(api.Http, Semel));
        var (first, second) = (await owned.CreateAsync(Small, Token), await shared.CreateAsync(Small, Token));
        foreach (var id in new[] { first.Id, second.Id }) api.Edit(id, "tags", new JsonArray("a", "theirs"));

        await owned.CreateAsync(Small, Token);
        await shared.CreateAsync(Small, Token);

        Assert.Equal("""["a"]""", api.Live[first.Id]["tags"]!.ToJsonString());
        Assert.Equal("""["a","theirs"]""", api.Live[second.Id]["tags"]!.ToJsonString());
    }

    [Fact, Trait("Feature", "F2")]
    public async Task OnDriftReplace_ReplacesInTheDeclaredOrder()
    {
        await using var api = await DriftApi.StartAsync();
        var things = new Replaced(api.Http, Semel);
        await things.CreateAsync("one", Small, Token);
        api.Mutations.Clear();

        var replaced = await things.CreateAsync("one", new() { Name = "web", Size = "small", Image = "13", Note = "a", Tags = ["a"] }, Token);

        Assert.Equal((Outcome.Replaced, "POST DELETE"), (replaced.Outcome, string.Join(' ', api.Mutations.Select(call => call.Method))));
    }

    [Fact, Trait("Feature", "F3")]
    public async Task OnDriftFail_ThrowsForBothKindsOfDrift()
    {
        await using var api = await DriftApi.StartAsync();
        var things = new Failing(api.Http, Semel);
        var created = await things.CreateAsync(Small, Token);
        var input = await Assert.ThrowsAsync<DriftException>(() => things.CreateAsync(new() { Name = "web", Size = "large", Image = "12", Note = "a", Tags = ["a"] }, Token));
        api.Edit(created.Id, "size", "huge");
        var remote = await Assert.ThrowsAsync<DriftException>(() => things.CreateAsync(Small, Token));

        Assert.Equal((DriftKind.InputChanged, DriftKind.RemoteDrift), (input.Differences[0].Kind, remote.Differences[0].Kind));
    }

    /// <summary>By its format, by the document's word, by the declaration's; and one that its name alone would make a secret is none.</summary>
    [Fact, Trait("Feature", "G1"), Trait("Feature", "G2")]
    public async Task Secrets_AreThoseThatAreSaidToBe_AndEachRotationIsOneWrite()
    {
        await using var api = await DriftApi.StartAsync();
        var things = new Updated(api.Http, Semel);
        var first = await things.CreateAsync(With("canary-1", "canary-2", "canary-3", "shown"), Token);
        var everything = new StringBuilder();
        await foreach (var version in _repository.HistoryAsync(first.Key, Token)) everything.Append(Encoding.UTF8.GetString(RecordJson.Write(version)));
        Assert.DoesNotContain("canary", everything.ToString(), StringComparison.Ordinal);
        Assert.Contains("shown", everything.ToString(), StringComparison.Ordinal);

        foreach (var (wanted, sent) in new[]
        {
            (With("canary-4", "canary-2", "canary-3", "shown"), """{"password":"canary-4"}"""),
            (With("canary-4", "canary-5", "canary-3", "shown"), """{"pin":"canary-5"}"""),
            (With("canary-4", "canary-5", "canary-6", "shown"), """{"boot":{"script":"canary-6"}}"""),
        })
        {
            api.Mutations.Clear();
            await things.CreateAsync(wanted, Token);
            Assert.Equal(sent, Assert.Single(api.Mutations).Body.ToJsonString());
            api.Mutations.Clear();
            for (var run = 0; run < 2; run++) await things.CreateAsync(wanted, Token);
            Assert.Empty(api.Mutations);
        }
    }

    [Fact, Trait("Feature", "G3")]
    public async Task AlwaysWrite_WritesInEveryRun()
    {
        await using var api = await DriftApi.StartAsync();
        var things = new Rewritten(api.Http, Semel);
        await things.CreateAsync(new() { Name = "web", Password = "canary" }, Token);
        api.Mutations.Clear();

        for (var run = 0; run < 2; run++) await things.CreateAsync(new() { Name = "web", Password = "canary" }, Token);

        Assert.Equal(["""{"password":"canary"}""", """{"password":"canary"}"""], api.Mutations.Select(call => call.Body.ToJsonString()));
    }

    private static ThingCreate With(string password, string pin, string script, string token) =>
        new() { Name = "web", Password = password, Pin = pin, Boot = new() { Script = script }, EditToken = token };
}
