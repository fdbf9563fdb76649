using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Drift;

/// <summary>A re-run with other input, or of what somebody changed, end to end.</summary>
public sealed class UpdateScenarios
{
    private const string Small = """{"name":"web","size":"small","image":"12","tags":["a"],"labels":{"env":"dev"}}""";
    private const string Large = """{"name":"web","size":"large","image":"12","tags":["a"],"labels":{"env":"dev"}}""";

    [Fact, Trait("Feature", "F2")]
    public async Task ChangedInput_IsOnePatch_WithThatPropertyOnly()
    {
        await using var scenario = await DriftScenario.StartAsync();
        await scenario.RunAsync(Small);

        scenario.Api.Mutations.Clear();
        var updated = await scenario.RunAsync(Large);

        Assert.Equal((Outcome.Updated, "size: \"small\" → \"large\" (input changed)"), (updated.Outcome, Assert.Single(updated.Differences).ToString()));
        Assert.Equal("""{"size":"large"}""", Assert.Single(scenario.Api.Mutations).Body.ToJsonString());
        Assert.Equal("large", (string?)updated.Value.Json["size"]);
    }

    [Fact, Trait("Feature", "F2")]
    public async Task CreateOnlyProperty_IsAnError_WithoutACall()
    {
        await using var scenario = await DriftScenario.StartAsync();
        await scenario.RunAsync(Small);
        var requests = scenario.Api.Requests;

        var error = await Assert.ThrowsAsync<ReplacementRequiredException>(() => scenario.RunAsync(Small.Replace("\"12\"", "\"13\"", StringComparison.Ordinal)));

        Assert.Equal(("image", "\"12\"", "\"13\""), (error.Differences[0].Property, error.Differences[0].Old, error.Differences[0].New));
        Assert.Equal(requests, scenario.Api.Requests);
    }

    [Theory, Trait("Feature", "F2")]
    [InlineData(ReplaceOrder.DeleteFirst, "DELETE POST")]
    [InlineData(ReplaceOrder.CreateFirst, "POST DELETE")]
    public async Task CreateOnlyProperty_IsReplaced_InTheOrderOfThePolicy(ReplaceOrder order, string sent)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.OnDrift, scenario.ReplaceOrder) = (OnDrift.Replace, order);
        await scenario.RunAsync(Small);

        scenario.Api.Mutations.Clear();
        var replaced = await scenario.RunAsync(Small.Replace("\"12\"", "\"13\"", StringComparison.Ordinal));

        Assert.Equal((Outcome.Replaced, 2, "13"), (replaced.Outcome, replaced.Generation, (string?)replaced.Value.Json["image"]));
        Assert.Equal(sent, string.Join(' ', scenario.Api.Mutations.Select(call => call.Method)));
        Assert.Equal(replaced.Id, Assert.Single(scenario.Api.Live).Key);
    }

    [Fact, Trait("Feature", "F3")]
    public async Task WhatSomebodyEdited_IsSaid_AndTheServersOwnIsNot()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.OnDrift = OnDrift.Report;
        var created = await scenario.RunAsync(Small);
        scenario.Api.Edit(created.Id, "size", "huge");
        scenario.Api.Edit(created.Id, "updated_at", "2027-01-01T00:00:00Z");

        for (var run = 0; run < 2; run++) // as long as it is so
        {
            var reported = await scenario.RunAsync(Small);
            Assert.Equal(new Difference("size", "\"huge\"", "\"small\"", DriftKind.RemoteDrift), Assert.Single(reported.Differences));
        }
    }

    [Fact, Trait("Feature", "F6")]
    public async Task WhatSomebodyEdited_IsPutBackOnce()
    {
        await using var scenario = await DriftScenario.StartAsync();
        var created = await scenario.RunAsync(Small);
        scenario.Api.Edit(created.Id, "size", "huge");

        Assert.Equal("""{"size":"small"}""", Assert.Single(await scenario.SentByAsync(Small)).Body.ToJsonString());
        var version = (await scenario.RecordAsync()).Version;
        for (var run = 0; run < 3; run++) Assert.Empty(await scenario.SentByAsync(Small));
        Assert.Equal(version, (await scenario.RecordAsync()).Version);
    }

    [Theory, Trait("Feature", "F4")]
    [InlineData(false, """["b","of another"]""")]
    [InlineData(true, """["b"]""")]
    public async Task SetsAndMaps_LoseWhatWasOurs_AndKeepWhatOthersAdded_UnlessTheyAreOursAlone(bool owned, string tags)
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Owned = owned ? ["tags"] : [];
        var created = await scenario.RunAsync(Small);
        scenario.Api.Edit(created.Id, "tags", new JsonArray("a", "of another"));
        scenario.Api.Edit(created.Id, "labels", new JsonObject { ["env"] = "dev", ["theirs"] = "x" });

        await scenario.RunAsync("""{"name":"web","size":"small","image":"12","tags":["b"],"labels":{"team":"ours"}}""");

        Assert.Equal(tags, scenario.Api.Live[created.Id]["tags"]!.ToJsonString());
        Assert.Equal("""{"team":"ours","theirs":"x"}""", scenario.Api.Live[created.Id]["labels"]!.ToJsonString());
    }

    /// <summary>However the API is updated, also where nothing is wanted of the set or the map any more, and where it stands inside an object.</summary>
    [Theory, Trait("Feature", "F4")]
    [InlineData("PATCH", "application/json", "b")]
    [InlineData("PATCH", "application/merge-patch+json", "b")]
    [InlineData("PUT", "application/json", "b")]
    [InlineData("PATCH", "application/json", null)]
    [InlineData("PATCH", "application/merge-patch+json", null)]
    [InlineData("PUT", "application/json", null)]
    public async Task WhatOthersAdded_Stays(string method, string mediaType, string? wanted)
    {
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Sets, scenario.Update) = (["tags", "net.ids"], new(method, "/things/{id}", ["name", "tags", "labels", "net"]) { MediaType = mediaType });
        var created = await scenario.RunAsync("""{"name":"web","tags":["a"],"labels":{"env":"a"},"net":{"ids":["a"],"mtu":1}}""");
        scenario.Api.Edit(created.Id, "tags", new JsonArray("a", "theirs"));
        scenario.Api.Edit(created.Id, "labels", new JsonObject { ["env"] = "a", ["theirs"] = "x" });
        scenario.Api.Edit(created.Id, "net", new JsonObject { ["ids"] = new JsonArray("a", "theirs"), ["mtu"] = 1 });
        var next = wanted is null ? """{"name":"web","net":{"ids":["b"],"mtu":1}}""" : """{"name":"web","tags":["b"],"labels":{"team":"b"},"net":{"ids":["b"],"mtu":1}}""";

        Assert.Single(await scenario.SentByAsync(next));

        var live = scenario.Api.Live[created.Id];
        Assert.Equal(wanted is null ? """["theirs"]""" : """["b","theirs"]""", live["tags"]!.ToJsonString());
        Assert.Equal(wanted is null ? """{"theirs":"x"}""" : """{"team":"b","theirs":"x"}""", JsonCanonical.GetText(live["labels"]));
        Assert.Equal("""{"ids":["b","theirs"],"mtu":1}""", JsonCanonical.GetText(live["net"]));
        Assert.Empty(await scenario.SentByAsync(next));
    }

    [Theory, Trait("Feature", "F4")]
    [InlineData("PATCH", "application/json", false)]
    [InlineData("PATCH", "application/merge-patch+json", false)]
    [InlineData("PUT", "application/json", false)]
    [InlineData("PATCH", "application/json", true)]
    [InlineData("PATCH", "application/merge-patch+json", true)]
    [InlineData("PUT", "application/json", true)]
    public async Task SetAndMapThatAreOursAlone_LoseWhatOthersAdded_AndKeepOurMarker(string method, string mediaType, bool marked)
    {
        const string input = """{"name":"web","tags":["a"],"labels":{"env":"a"}}""";
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.Owned, scenario.Update) = (["tags", "labels"], new(method, "/things/{id}", ["name", "tags", "labels"]) { MediaType = mediaType });
        if (marked) (scenario.Guarantee, scenario.Marker) = (Guarantee.Marker, new MarkerField(MarkerKind.Map, "labels"));
        var created = await scenario.RunAsync(input);
        var made = JsonCanonical.GetText(scenario.Api.Live[created.Id]["labels"]);
        scenario.Api.Edit(created.Id, "tags", new JsonArray("a", "theirs"));
        scenario.Api.Live[created.Id]["labels"]!["theirs"] = "x";

        Assert.Single(await scenario.SentByAsync(input));

        Assert.Equal("""["a"]""", scenario.Api.Live[created.Id]["tags"]!.ToJsonString());
        Assert.Equal(made, JsonCanonical.GetText(scenario.Api.Live[created.Id]["labels"]));
        Assert.Equal(marked, made.Contains("semel", StringComparison.Ordinal));
        Assert.Empty(await scenario.SentByAsync(input));
    }

    [Fact, Trait("Feature", "D4")]
    public async Task EqualSetInAnotherOrder_IsLeftAlone()
    {
        await using var scenario = await DriftScenario.StartAsync();
        var created = await scenario.RunAsync("""{"name":"web","tags":["a","b"]}""");
        scenario.Api.Edit(created.Id, "tags", new JsonArray("b", "a"));
        Assert.Empty(await scenario.SentByAsync("""{"name":"web","tags":["b","a"]}"""));
    }

    [Fact]
    public async Task Put_SendsTheWhole_AndKeepsWhatNothingIsWantedOf()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Update = new("PUT", "/things/{id}", ["name", "size", "tags", "labels", "note"]);
        var created = await scenario.RunAsync("""{"name":"web","size":"small","labels":{"env":"dev"}}""");
        scenario.Api.Edit(created.Id, "note", "by hand");
        scenario.Api.Edit(created.Id, "labels", new JsonObject { ["env"] = "dev", ["unknown"] = 1 });

        var sent = Assert.Single(await scenario.SentByAsync("""{"name":"web","size":"large","labels":{"env":"dev"}}"""));

        Assert.Equal("""{"labels":{"env":"dev","unknown":1},"name":"web","note":"by hand","size":"large"}""", sent.Body.ToJsonString());
    }

    [Fact]
    public async Task MergePatch_SendsTheLeavesThatChanged_AndNullForWhatIsUnset()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Update = scenario.Update! with { MediaType = "application/merge-patch+json" };
        await scenario.RunAsync("""{"name":"web","size":"small","labels":{"env":"dev","team":"a"}}""");

        var sent = Assert.Single(await scenario.SentByAsync("""{"name":"web","labels":{"team":"b"}}"""));

        Assert.Equal("""{"labels":{"env":null,"team":"b"},"size":null}""", sent.Body.ToJsonString());
    }

    /// <summary>By leaving it out of a PUT, by null where it may be null, by an empty list or map; else it needs a new resource.</summary>
    [Theory, Trait("Feature", "F2")]
    [InlineData("PUT", "note", """{"labels":{"env":"dev"},"name":"web","size":"small","tags":["a"]}""")]
    [InlineData("PATCH", "size", """{"size":null}""")]
    [InlineData("PATCH", "tags", """{"tags":[]}""")]
    [InlineData("PATCH", "labels", """{"labels":{}}""")]
    [InlineData("PATCH", "note", null)]
    public async Task WhatIsAskedForNoMore_IsUnset_OrNeedsANewResource(string method, string property, string? sent)
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Update = new(method, "/things/{id}", ["name", "size", "note", "tags", "labels"]) { Nullable = ["size"] };
        var input = (JsonObject)JsonNode.Parse("""{"name":"web","size":"small","note":"a","tags":["a"],"labels":{"env":"dev"}}""")!;
        await scenario.RunAsync(input.ToJsonString());
        input.Remove(property);
        scenario.Api.Mutations.Clear();

        if (sent is null)
        {
            await Assert.ThrowsAsync<ReplacementRequiredException>(() => scenario.RunAsync(input.ToJsonString()));
            Assert.Empty(scenario.Api.Mutations);
            return;
        }

        Assert.Equal(sent, Assert.Single(await scenario.SentByAsync(input.ToJsonString())).Body.ToJsonString());
        Assert.Empty(await scenario.SentByAsync(input.ToJsonString()));
    }

    /// <summary>How it was shown after it was written is no drift while it stays so, and another way of showing it is.</summary>
    [Fact, Trait("Feature", "F6")]
    public async Task AsTheApiShowsItAfterItWasWritten_IsNoDrift_AsLongAsItShowsItSo()
    {
        const string input = """{"name":"web","size":"small","password":"canary-one"}""";
        await using var scenario = await DriftScenario.StartAsync();
        (scenario.OnDrift, scenario.Api.Repeat) = (OnDrift.Report, _ => """{"size":"S of 2026"}""");
        await scenario.RunAsync(input);
        for (var run = 0; run < 2; run++) Assert.Empty((await scenario.RunAsync(input)).Differences);

        scenario.Api.Repeat = _ => """{"size":"S of 2027"}""";

        Assert.Equal(new Difference("size", "\"S of 2027\"", "\"small\"", DriftKind.RemoteDrift), Assert.Single((await scenario.RunAsync(input)).Differences));
    }

    [Fact, Trait("Feature", "F5")]
    public async Task WhatWasRead_IsMatched_AndWhatIsStaleIsComparedAnew_AFewTimes()
    {
        await using var scenario = await DriftScenario.StartAsync();
        await scenario.RunAsync(Small);
        Assert.Equal("\"1\"", Assert.Single(await scenario.SentByAsync(Large)).IfMatch);

        scenario.Api.StaleUpdates = 2;
        Assert.Equal(["\"3\"", "\"4\""], (await scenario.SentByAsync(Small)).Select(sent => sent.IfMatch).Skip(1));
        Assert.Equal((0, "small"), ((int)scenario.Api.Live["t1"]["note"]!, (string?)scenario.Api.Live["t1"]["size"])); // nothing of either is lost

        scenario.Api.StaleUpdates = 100;
        var refused = await Assert.ThrowsAsync<RejectedException>(() => scenario.RunAsync(Large));

        Assert.Equal((412, 97, true), (refused.Status, scenario.Api.StaleUpdates, refused.Message.Contains("Somebody changed it", StringComparison.Ordinal)));
        Assert.Null((await scenario.RecordAsync()).Update);
        scenario.Api.StaleUpdates = 0;
        Assert.Equal(Outcome.Updated, (await scenario.RunAsync(Large)).Outcome);
    }

    [Fact, Trait("Feature", "F5")]
    public async Task WhatSomebodyChangedToWhatIsWanted_IsNotUpdatedAgain()
    {
        await using var scenario = await DriftScenario.StartAsync();
        await scenario.RunAsync(Small);
        scenario.Api.Edit("t1", "size", "huge");
        scenario.Api.BeforeUpdate = () => scenario.Api.Edit("t1", "size", "small");

        scenario.Api.Mutations.Clear();
        var same = await scenario.RunAsync(Small);

        Assert.Equal("\"2\"", Assert.Single(scenario.Api.Mutations).IfMatch); // refused, and then there was nothing to do
        Assert.Equal((Outcome.Reused, "small"), (same.Outcome, (string?)same.Value.Json["size"]));
        Assert.Empty(await scenario.SentByAsync(Small));
    }

    [Fact]
    public async Task LostUpdate_ThenTheInputPutBack_IsSentAgain_BecauseTheRecordMayNotBeTrue()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Verify = Verify.Never;
        var created = await scenario.RunAsync(Small);
        scenario.Api.NextUpdate = 500; // applied, and the reply says nothing
        await Assert.ThrowsAsync<UnknownException>(() => scenario.RunAsync(Large));
        Assert.Equal(["size"], (await scenario.RecordAsync()).Update!.Properties);
        Assert.Equal("large", (string?)scenario.Api.Live[created.Id]["size"]);
        await ArriveAsync(scenario);

        Assert.Equal("""{"size":"small"}""", Assert.Single(await scenario.SentByAsync(Small)).Body.ToJsonString());
        Assert.Equal("small", (string?)scenario.Api.Live[created.Id]["size"]);
        Assert.Empty(await scenario.SentByAsync(Small));
    }

    /// <summary>The same may be sent again at once; another one must not be overtaken by the first.</summary>
    [Theory]
    [InlineData(Large, false)]
    [InlineData("""{"name":"web","size":"huge","image":"12","tags":["a"],"labels":{"env":"dev"}}""", true)]
    public async Task UpdateThatGotNoReply_IsSentAgainAtOnce_AndAnotherWaitsUntilItHasArrivedOrNeverWill(string next, bool waits)
    {
        await using var scenario = await DriftScenario.StartAsync();
        var time = new Semel.Workflows.Tests.JumpingTime();
        scenario.Time = time;
        await scenario.RunAsync(Small);
        scenario.Api.NextUpdate = 500;
        await Assert.ThrowsAsync<UnknownException>(() => scenario.RunAsync(Large));
        var began = time.GetUtcNow();

        Assert.Single(await scenario.SentByAsync(next));

        Assert.Equal(waits, time.GetUtcNow() - began >= scenario.Options.FlightTime);
        Assert.Empty(await scenario.SentByAsync(next));
    }

    /// <summary>The time in which the earlier update may arrive is over.</summary>
    private static async Task ArriveAsync(DriftScenario scenario)
    {
        var record = await scenario.RecordAsync();
        await scenario.Repository.TryWriteAsync(record with { Update = record.Update! with { InFlightUntil = DateTimeOffset.UnixEpoch } }, record.Version);
    }
}
