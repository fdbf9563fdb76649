using System.Text;
using System.Text.Json.Nodes;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Drift;

/// <summary>What each <see cref="OnDrift"/> does, of a property that the API can update and of one that only a new resource can have.</summary>
public sealed class OnDriftTableTests
{
    private const string Updatable = "size";
    private const string CreateOnly = "image";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, Trait("Feature", "F2"), Trait("Feature", "F3")]
    [InlineData(OnDrift.Report, DriftKind.InputChanged, Updatable, "Reused", "")]
    [InlineData(OnDrift.Report, DriftKind.InputChanged, CreateOnly, "ReplacementRequiredException", "")]
    [InlineData(OnDrift.Report, DriftKind.RemoteDrift, Updatable, "Reused", "")]
    [InlineData(OnDrift.Report, DriftKind.RemoteDrift, CreateOnly, "Reused", "")]
    [InlineData(OnDrift.Update, DriftKind.InputChanged, Updatable, "Updated", "PATCH")]
    [InlineData(OnDrift.Update, DriftKind.InputChanged, CreateOnly, "ReplacementRequiredException", "")]
    [InlineData(OnDrift.Update, DriftKind.RemoteDrift, Updatable, "Updated", "PATCH")]
    [InlineData(OnDrift.Update, DriftKind.RemoteDrift, CreateOnly, "ReplacementRequiredException", "")]
    [InlineData(OnDrift.Replace, DriftKind.InputChanged, Updatable, "Updated", "PATCH")]
    [InlineData(OnDrift.Replace, DriftKind.InputChanged, CreateOnly, "Replaced", "DELETE POST")]
    [InlineData(OnDrift.Replace, DriftKind.RemoteDrift, Updatable, "Updated", "PATCH")]
    [InlineData(OnDrift.Replace, DriftKind.RemoteDrift, CreateOnly, "Replaced", "DELETE POST")]
    [InlineData(OnDrift.Fail, DriftKind.InputChanged, Updatable, "DriftException", "")]
    [InlineData(OnDrift.Fail, DriftKind.InputChanged, CreateOnly, "DriftException", "")]
    [InlineData(OnDrift.Fail, DriftKind.RemoteDrift, Updatable, "DriftException", "")]
    [InlineData(OnDrift.Fail, DriftKind.RemoteDrift, CreateOnly, "DriftException", "")]
    public async Task Difference_IsSaid_Updated_Replaced_OrRefused(OnDrift onDrift, DriftKind kind, string property, string end, string sent)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.OnDrift, scenario.Log) = (onDrift, new KeptLog());
        var created = await scenario.RunAsync(Input(property, "first"));
        if (kind == DriftKind.RemoteDrift) scenario.Api.Edit(created.Id, property, "by hand");
        var wanted = Input(property, kind == DriftKind.InputChanged ? "second" : "first");
        var requests = scenario.Api.Requests;
        scenario.Api.Mutations.Clear();

        var (ended, differences) = await EndAsync(scenario, wanted);

        Assert.Equal((end, sent), (ended, string.Join(' ', scenario.Api.Mutations.Select(call => call.Method))));
        Assert.All(differences, difference => Assert.Equal((property, kind), (difference.Property, difference.Kind)));
        Assert.True(differences.Count == 1 || end == "Replaced", $"{differences.Count} differences");
        if (end.EndsWith("Exception", StringComparison.Ordinal) && kind == DriftKind.InputChanged) Assert.Equal(requests, scenario.Api.Requests);
        if (end == "Reused") await IsSaidAgainAsync(scenario, wanted);
        if (sent.Length > 0) Assert.Empty(await scenario.SentByAsync(wanted));
    }

    [Theory, Trait("Feature", "A11")]
    [InlineData(OnDrift.Report)]
    [InlineData(OnDrift.Update)]
    [InlineData(OnDrift.Replace)]
    [InlineData(OnDrift.Fail)]
    public async Task Recreate_ReplacesOnce_WhateverIsDeclared(OnDrift onDrift)
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.OnDrift = onDrift;
        await scenario.RunAsync(Input(CreateOnly, "first"));
        scenario.Api.Mutations.Clear();

        var replaced = await scenario.Client().CreateAsync("one", new Thing((JsonObject)JsonNode.Parse(Input(CreateOnly, "second"))!), [], new CreateOptions<Thing> { Recreate = Recreate.DeleteFirst }, Token);

        Assert.Equal((Outcome.Replaced, "DELETE POST"), (replaced.Outcome, string.Join(' ', scenario.Api.Mutations.Select(call => call.Method))));
        Assert.Empty(await scenario.SentByAsync(Input(CreateOnly, "second")));
    }

    [Fact, Trait("Feature", "F3")]
    public async Task AdoptedOne_ThatNeverWasAsWanted_IsDriftOfTheApi()
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.OnExists, scenario.OnDrift) = (OnExists.Adopt, OnDrift.Report);
        using var theirs = new StringContent(Input(Updatable, "theirs"), Encoding.UTF8, "application/json");
        await scenario.Api.Http.PostAsync(new Uri("/things", UriKind.Relative), theirs, Token);

        var adopted = await scenario.RunAsync(Input(Updatable, "ours"));

        Assert.Equal(Outcome.Adopted, adopted.Outcome);
        Assert.Equal(new Difference(Updatable, "\"theirs\"", "\"ours\"", DriftKind.RemoteDrift), Assert.Single(adopted.Differences));
    }

    /// <summary>In every run, with a warning each time.</summary>
    private static async Task IsSaidAgainAsync(DriftScenario scenario, string wanted)
    {
        Assert.Single((await EndAsync(scenario, wanted)).Differences);
        Assert.Equal(2, scenario.Log!.Text.Split('\n').Count(line => line.StartsWith("Warning Drift: ", StringComparison.Ordinal)));
        Assert.Empty(scenario.Api.Mutations);
    }

    private static async Task<(string End, IReadOnlyList<Difference> Differences)> EndAsync(DriftScenario scenario, string wanted)
    {
        try
        {
            var ensured = await scenario.RunAsync(wanted);
            return ($"{ensured.Outcome}", ensured.Differences);
        }
        catch (ReplacementRequiredException refused)
        {
            return (refused.GetType().Name, refused.Differences);
        }
        catch (DriftException refused)
        {
            return (refused.GetType().Name, refused.Differences);
        }
    }

    private static string Input(string property, string value) => new JsonObject { ["name"] = "web", [property] = value }.ToJsonString();
}
