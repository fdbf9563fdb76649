using System.Text.Json.Nodes;
using Semel.Workflows;

namespace Semel.Runtime.Tests.Sets;

/// <summary>Members, rules and attachments that have operations of their own: made what is wanted in every run, by what the generator writes.</summary>
[Trait("Feature", "D4")]
public sealed class SetTests
{
    private static readonly string[] Kinds = ["members", "rules", "guests"];

    public static TheoryData<string> Sets => [.. Kinds];

    [Theory, MemberData(nameof(Sets))]
    public async Task WhatIsMissing_IsAdded_WhatIsStale_IsRemoved_AndAnEqualSet_IsLeftAlone(string set)
    {
        await using var scenario = await SetScenario.StartAsync();
        var first = await scenario.EnsureAsync(set, [1, 2]);
        Assert.Equal((2, 0, 0), (first.Added.Count, first.Removed.Count, first.Kept.Count));

        await UntouchedAsync([2, 1]);
        var second = await scenario.EnsureAsync(set, [2, 3]);
        Assert.Equal((1, 1, 1), (second.Added.Count, second.Removed.Count, second.Kept.Count));
        Assert.Equal(["2", "3"], scenario.Api.Of(set));
        Assert.StartsWith("DELETE", scenario.Api.Mutations[^1], StringComparison.Ordinal); // what is missing comes first
        await UntouchedAsync([2, 3]);

        async Task UntouchedAsync(int[] wanted)
        {
            scenario.Api.Mutations.Clear();
            var (versions, requests) = (await scenario.VersionsAsync(), scenario.Api.Requests);
            for (var run = 0; run < 3; run++) Assert.Equal(wanted.Length, (await scenario.EnsureAsync(set, wanted)).Kept.Count);
            Assert.Empty(scenario.Api.Mutations);
            Assert.Equal((versions, requests + 3), (await scenario.VersionsAsync(), scenario.Api.Requests)); // one list each
        }
    }

    [Fact, Trait("Feature", "F4")]
    public async Task WhatOthersAdded_Stays_AndIsSaid()
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.MembersAsync("a");
        scenario.Api.Edit("members", items => items.Add(new JsonObject { ["server_id"] = "theirs" }));

        Assert.Equal(["theirs"], (await scenario.MembersAsync("b")).Others);
        Assert.Empty((await scenario.MembersAsync()).Kept);

        Assert.Equal(["theirs"], scenario.Api.Of("members"));
    }

    [Fact, Trait("Feature", "F4")]
    public async Task SetThatIsOursAlone_LosesWhatOthersAdded()
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.OwnMembersAsync("a");
        scenario.Api.Edit("members", items => items.Add(new JsonObject { ["server_id"] = "theirs" }));

        Assert.Equal(["theirs"], (await scenario.OwnMembersAsync("a")).Removed);

        Assert.Equal(["a"], scenario.Api.Of("members"));
    }

    [Fact, Trait("Feature", "F4")]
    public async Task WhatWasThereBefore_IsNotOurs_AndStaysWhenItIsWantedNoMore()
    {
        await using var scenario = await SetScenario.StartAsync();
        scenario.Api.Edit("members", items => items.Add(new JsonObject { ["server_id"] = "theirs" }));

        Assert.Equal(["theirs"], (await scenario.MembersAsync("theirs")).Kept);
        await scenario.MembersAsync();

        Assert.Equal(["theirs"], scenario.Api.Of("members"));
        Assert.Empty(scenario.Api.Mutations);
    }

    /// <summary>Each add is a create of its own; what <c>CreateAsync</c> made under the same parent is in the set too, and what it made under another one isn't.</summary>
    [Fact]
    public async Task WhatTheModelCreated_IsInTheSetOfItsParent_AndAnAddIsRecordedAsACreate()
    {
        await using var scenario = await SetScenario.StartAsync();
        var (members, token) = (new Members(scenario.Api.Http, scenario.Context()), TestContext.Current.CancellationToken);
        await members.CreateAsync(SetScenario.Network, new() { ServerId = "a" }, token);
        await members.CreateAsync("n2", new() { ServerId = "b" }, token);

        var set = await scenario.MembersAsync("c");

        Assert.Equal("a, b", $"{string.Join(' ', set.Removed)}, {string.Join(' ', set.Others)}");
        Assert.Equal(["b", "c"], scenario.Api.Of("members"));
        var versions = new List<ResourceRecord>();
        await foreach (var version in scenario.Repository.HistoryAsync(new ResourceKey("test", "Members", "n1/c"), token)) versions.Add(version);
        Assert.Equal(["IntentRecord", "LiveRecord"], versions.OrderBy(version => version.Version).Select(version => version.GetType().Name).Distinct());
    }

    [Theory, MemberData(nameof(Sets)), Trait("Feature", "F3")]
    public async Task WhatSomebodyRemoved_IsAddedAgain(string set)
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.EnsureAsync(set, [1, 2]);
        scenario.Api.Edit(set, items => items.RemoveAt(0));
        await Assert.ThrowsAsync<UnknownException>(() => scenario.EnsureAsync(set, [1, 2])); // it may only not be shown yet
        scenario.Time.Advance(TimeSpan.FromHours(1));

        Assert.Single((await scenario.EnsureAsync(set, [1, 2])).Added);

        Assert.Equal(["1", "2"], scenario.Api.Of(set));
    }

    [Fact, Trait("Feature", "F2")]
    public async Task WhatIsNotAsWanted_IsReplaced_WhereItIsOurs()
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.MembersAsync("a:reader");
        scenario.Api.Mutations.Clear();

        Assert.Equal(["a"], (await scenario.MembersAsync("a:owner")).Changed);
        Assert.Equal(["DELETE members/a", "POST members"], scenario.Api.Mutations);
        scenario.Api.Edit("members", items => items[0]["role"] = "guest");
        Assert.Equal(["a"], (await scenario.MembersAsync("a:owner")).Changed);

        Assert.Equal(["a"], (await scenario.MembersAsync("a:owner")).Kept);
    }

    [Fact, Trait("Feature", "F4")]
    public async Task AnothersItem_ThatIsNotAsWanted_IsAConflict_BeforeAnythingIsSent()
    {
        await using var scenario = await SetScenario.StartAsync();
        scenario.Api.Edit("members", items => items.Add(new JsonObject { ["server_id"] = "theirs", ["role"] = "owner" }));

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => scenario.MembersAsync("b", "theirs:reader"));

        Assert.Equal(["theirs"], conflict.Candidates);
        Assert.Empty(scenario.Api.Mutations);
        Assert.Equal(["theirs"], (await scenario.OwnMembersAsync("theirs:reader")).Changed);
    }

    [Fact]
    public async Task OneItem_WantedTwiceWithDifferentValues_IsRefusedBeforeAnyCall()
    {
        await using var scenario = await SetScenario.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => scenario.MembersAsync("a:reader", "a:owner"));
        Assert.Equal(0, scenario.Api.Requests);
        Assert.Single((await scenario.MembersAsync("a:reader", "a:reader")).Added);
    }

    [Fact, Trait("Feature", "B6")]
    public async Task ListThatFails_ChangesNothing()
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.OwnMembersAsync("a");
        scenario.Api.Mutations.Clear();
        scenario.Api.Next = ("GET members", "500");

        await Assert.ThrowsAsync<UnknownException>(() => scenario.OwnMembersAsync("b"));

        Assert.Empty(scenario.Api.Mutations);
    }

    [Fact, Trait("Feature", "A12")]
    public async Task PlannedStep_SaysWhatWouldBeAdded_AndRemoved_AndChangesNothing()
    {
        await using var scenario = await SetScenario.StartAsync();
        await scenario.MembersAsync("a", "b");
        scenario.Api.Mutations.Clear();
        var versions = await scenario.VersionsAsync();

        var grown = Assert.Single((await Planning("a", "b", "c").PlanAsync(scenario.Context(), null, TestContext.Current.CancellationToken)).Steps);
        var shrunk = Assert.Single((await Planning("a").PlanAsync(scenario.Context(), null, TestContext.Current.CancellationToken)).Steps);

        Assert.Equal(["n1/a Reuse", "n1/b Reuse", "n1/c Create"], grown.Resources.Select(resource => $"{resource.Instance} {resource.Verdict}"));
        Assert.Contains("taking test/Members/n1/b out of its set", shrunk.Note, StringComparison.Ordinal);
        Assert.Empty(scenario.Api.Mutations);
        Assert.Equal(versions, await scenario.VersionsAsync());
        var run = await Planning("a", "c").RunAsync(scenario.Context(), null, TestContext.Current.CancellationToken);
        Assert.True(run.Succeeded, string.Join('\n', run.Steps));
        Assert.Equal(["a", "c"], scenario.Api.Of("members"));

        Workflow Planning(params string[] wanted)
        {
            var workflow = new Workflow("net");
            workflow.Step("members", _ => scenario.MembersAsync(wanted));
            return workflow;
        }
    }
}
