using System.Text;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Sets;

/// <summary>A set whose changes fail half-way: the next run ends with exactly what is wanted, each item once.</summary>
[Trait("Feature", "D4")]
public sealed class SetFaultTests
{
    public static TheoryData<string, string, string> Faults
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var (set, add) in new[] { ("members", "POST"), ("rules", "POST"), ("guests", "PUT") })
                foreach (var method in new[] { add, "DELETE", "GET" })
                    foreach (var fault in new[] { "lost request", "lost reply", "500", "403" }) data.Add(set, method, fault);
            return data;
        }
    }

    [Theory, MemberData(nameof(Faults)), Trait("Feature", "E2")]
    public async Task LostOrRefused_IsFinishedByTheNextRun(string set, string method, string fault)
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.EnsureAsync(set, [1, 2]);
        scenario.Api.Next = ($"{method} {set}", fault);
        try
        {
            await scenario.EnsureAsync(set, [2, 3, 4]);
        }
        catch (SemelException)
        {
            // said, and the next run goes on
        }

        Assert.Null(scenario.Api.Next); // it happened
        await scenario.EnsureAsync(set, [2, 3, 4]);

        Assert.Equal(["2", "3", "4"], scenario.Api.Of(set));
        scenario.Api.Mutations.Clear();
        Assert.Equal(3, (await scenario.EnsureAsync(set, [2, 3, 4])).Kept.Count);
        Assert.Empty(scenario.Api.Mutations);
    }

    /// <summary>The address or the id in the request makes it one; what nothing but its content tells is waited for and looked at first.</summary>
    [Theory, Trait("Feature", "E2")]
    [InlineData("guests", false)]
    [InlineData("members", false)]
    [InlineData("rules", true)]
    public async Task LostAdd_IsSentAgainAtOnce_WhereTheApiMakesItOne_ElseAfterTheWait(string set, bool waits)
    {
        await using var scenario = await SetScenario.StartAsync();
        var (began, options) = (scenario.Time.GetUtcNow(), scenario.Context().Options);
        scenario.Api.Next = ($"{(set == "guests" ? "PUT" : "POST")} {set}", "lost request");

        await scenario.EnsureAsync(set, [1]);

        Assert.Equal(["1"], scenario.Api.Of(set));
        Assert.Equal(waits, scenario.Time.GetUtcNow() - began >= options.FlightTime + options.ListLag);
    }

    /// <summary>The program dies right after each of the writes of its records.</summary>
    [Theory, MemberData(nameof(SetTests.Sets), MemberType = typeof(SetTests))]
    public async Task KilledAfterAnyWrite_IsFinishedByTheNextRun(string set)
    {
        var deaths = 0;
        for (var survives = false; !survives; deaths++)
        {
            await using var scenario = await SetScenario.StartAsync();
            await scenario.EnsureAsync(set, [1, 2]);
            survives = await scenario.SurvivesAsync(set, [2, 3], deaths + 1);

            await scenario.EnsureAsync(set, [2, 3]);

            Assert.Equal(["2", "3"], scenario.Api.Of(set));
            scenario.Api.Mutations.Clear();
            await scenario.EnsureAsync(set, [2, 3]);
            Assert.Empty(scenario.Api.Mutations);
        }

        Assert.True(deaths > 4, $"{deaths}"); // an intent and a record of the add, an intent and a tombstone of the removal
    }

    [Theory, MemberData(nameof(SetTests.Sets), MemberType = typeof(SetTests))]
    public async Task AddInDoubt_WantedNoMore_IsFoundAndRemoved(string set)
    {
        await using var scenario = await SetScenario.StartAsync();
        Assert.False(await scenario.SurvivesAsync(set, [1], write: 1)); // dead before it was sent
        await Assert.ThrowsAsync<UnknownException>(() => scenario.EnsureAsync(set, [])); // it may still arrive
        scenario.Time.Advance(TimeSpan.FromHours(1));
        await scenario.EnsureAsync(set, []);
        Assert.Empty(scenario.Api.Of(set));

        scenario.Api.Next = (set == "guests" ? "PUT" : "POST", "lost reply");
        Assert.False(await scenario.SurvivesAsync(set, [2], 2)); // applied, in doubt, and dead
        Assert.Equal(["2"], scenario.Api.Of(set));
        await scenario.EnsureAsync(set, []);

        Assert.Empty(scenario.Api.Of(set));
    }

    /// <summary>Sixteen at once, half of which want less: some are told to come again, and the run that is left ends with each item once and another's in its place.</summary>
    [Theory, MemberData(nameof(SetTests.Sets), MemberType = typeof(SetTests))]
    [Trait("Feature", "C1")]
    public async Task RunnersAtOnce_MakeEachItemOnce_AndRemoveNoOthers(string set)
    {
        await using var scenario = await SetScenario.StartAsync();
        scenario.Api.Edit(set, items => items.Add(Other(set)));
        await scenario.EnsureAsync(set, [1]);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(runner => Task.Run(() => ToleratedAsync(runner % 2 == 0 ? [1, 2, 3] : [2, 3]))));
        scenario.Time.Advance(TimeSpan.FromHours(1));
        await scenario.EnsureAsync(set, [2, 3]);

        Assert.Equal(["2", "3", "9"], scenario.Api.Of(set));
        scenario.Api.Mutations.Clear();
        Assert.Equal(2, (await scenario.EnsureAsync(set, [2, 3])).Kept.Count);
        Assert.Empty(scenario.Api.Mutations);

        async Task ToleratedAsync(int[] wanted)
        {
            try
            {
                await scenario.EnsureAsync(set, wanted);
            }
            catch (SemelException)
            {
                // another runner has it
            }
        }
    }

    /// <summary>Two runners of records of their own share neither the lock of an item nor its intent: both have looked before either adds.</summary>
    [Theory, Trait("Feature", "C1")]
    [InlineData(true, "1")]
    [InlineData(false, "1 1")]
    public async Task RunnersAtOnce_MakeEachItemOnce_AndTwiceWhereNothingIsShared(bool share, string rules)
    {
        await using var scenario = await SetScenario.StartAsync();
        using var gate = new PostGate(share ? 1 : 2, scenario.Api.Http.BaseAddress!);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => RunAsync(share ? scenario.Repository : new MemoryDataRepository()))));

        Assert.Equal(rules, string.Join(' ', scenario.Api.Of("rules")));

        async Task RunAsync(IDataRepository repository)
        {
            try
            {
                await new Rules(gate.Http, scenario.Context(repository)).EnsureSetAsync(SetScenario.Network, [SetScenario.Rule(1)], TestContext.Current.CancellationToken);
            }
            catch (SemelException)
            {
                // another runner has it
            }
            finally
            {
                gate.Open(); // the other one need not wait for this one any longer
            }
        }
    }

    private static JsonObject Other(string set) => set switch
    {
        "members" => new() { ["server_id"] = "9" },
        "rules" => new() { ["id"] = "r9000", ["port"] = 9, ["protocol"] = "tcp" },
        _ => new() { ["name"] = "9" },
    };

    /// <summary>The control: the API itself makes two, and the tests would see them.</summary>
    [Fact]
    public async Task RulePostedTwice_IsTwoRules()
    {
        await using var scenario = await SetScenario.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            using var body = new StringContent("""{"port":1,"protocol":"tcp"}""", Encoding.UTF8, "application/json");
            await scenario.Api.Http.PostAsync(new Uri("/networks/n1/rules", UriKind.Relative), body, TestContext.Current.CancellationToken);
        }

        Assert.Equal(["1", "1"], scenario.Api.Of("rules"));
    }

    /// <summary>And without the look of a create in doubt it would be asked to.</summary>
    [Theory]
    [InlineData(false, "1")]
    [InlineData(true, "1 1")]
    public async Task LostReply_IsLookedFor_AndWithoutThatLookThereAreTwo(bool blind, string rules)
    {
        await using var scenario = await SetScenario.StartAsync();
        scenario.IsBlind = blind;
        scenario.Api.Next = ("POST rules", "lost reply");

        await scenario.RulesAsync(1);

        Assert.Equal(rules, string.Join(' ', scenario.Api.Of("rules")));
    }

    /// <summary>Another control: with the record of the add thrown away nothing proves that it was ours, and it stays.</summary>
    [Fact]
    public async Task WithoutItsRecord_WhatWeAddedStays()
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.EnsureAsync("rules", [1]);

        await scenario.EnsureAsync("rules", [], new MemoryDataRepository());

        Assert.Equal(["1"], scenario.Api.Of("rules"));
    }
}
