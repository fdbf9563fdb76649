using Semel.Testing;

namespace Semel.CommandLine.Tests;

/// <summary>Options and answers of the built program that the other tests of commands leave out.</summary>
public sealed class OptionTests
{
    [Fact, Trait("Feature", "I4")]
    public async Task CheckFix_RecordsOrphans_AndTheNextRunReusesThem()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");
        Directory.Delete(Path.Combine(program.Folder, ".semel"), recursive: true);

        var check = await program.RunAsync("check");
        Assert.True(check.ExitCode == 3, check.ToString());
        Assert.Matches(@"(?m)^Orphan +Servers/web-1 +\d+ ", check.Output);
        Assert.Equal(3, (await program.RunAsync("check")).ExitCode);
        var fixing = await program.JsonAsync("check", "--fix");
        Assert.Equal((true, 5), ((bool)fixing["clean"]!, fixing["findings"]!.AsArray().Count(finding => (bool)finding!["fixed"]!)));

        // a tag carries no mark: it is found by its name
        var run = await program.JsonAsync("run");
        Assert.Equal(["Reused", "Adopted", "Reused", "Reused", "Reused", "Reused"], run["steps"]!.AsArray().Select(step => step!["resources"]![0]!["outcome"]!.ToString()));
        Assert.Equal(6, program.Cloud.Applied.Count);
    }

    [Fact, Trait("Feature", "C6")]
    public async Task Repository_SaysWhereTheRecordsAre_AndOneThatCannotBeRead_StopsEverything()
    {
        await using var program = await WebProgram.OpenAsync();
        Assert.Equal(0, (await program.RunAsync("run", "--only", "tag", "--repository", "elsewhere")).ExitCode);
        Assert.Equal("[]", (await program.JsonAsync("list")).ToJsonString());
        Assert.Single((await program.JsonAsync("list", "--repository", "elsewhere")).AsArray());

        var record = Directory.GetFiles(Path.Combine(program.Folder, "elsewhere"), "*.json", SearchOption.AllDirectories).Single(file => !file.Contains("history", StringComparison.Ordinal) && File.ReadAllText(file) is var text && !text.Contains("$runs", StringComparison.Ordinal));
        await File.WriteAllTextAsync(record, "{", TestContext.Current.CancellationToken);
        foreach (var command in new[] { "list", "check", "destroy" })
        {
            var refused = await program.RunAsync(command, "--repository", "elsewhere");
            Assert.True(refused.ExitCode == 4, refused.ToString());
            Assert.Contains(Path.GetFileName(record), refused.Error, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await program.RunAsync("run", "--only", "tag", "--repository", "elsewhere")).ExitCode);
        Assert.Single(program.Cloud.Mutations);
    }

    [Theory, Trait("Feature", "J3")]
    [InlineData("1", new[] { CloudKind.Networks, CloudKind.Tags })]
    [InlineData("2", new[] { CloudKind.Tags, CloudKind.Networks })]
    public async Task Parallel_BoundsHowManyRunAtOnce(string parallel, string[] order)
    {
        await using var program = await WebProgram.OpenAsync();
        var network = program.Cloud.Faults.On("POST", "/v1/networks").Hold();
        var tag = program.Cloud.Faults.On("POST", "/v1/tags").Delay(TimeSpan.Zero);
        using var process = program.Start("run", "--only", "network", "tag", "--parallel", parallel);
        await network.Hit.WaitAsync(TestContext.Current.CancellationToken);
        if (parallel != "1")
        {
            await tag.Hit.WaitAsync(TestContext.Current.CancellationToken);
            while (program.Cloud.Applied.Count == 0) await Task.Yield();
        }

        network.Release();

        Assert.Equal(0, (await WebProgram.EndAsync(process)).ExitCode);
        Assert.Equal(order, program.Cloud.Applied.Select(change => change.Kind));
    }

    [Fact, Trait("Feature", "I6")]
    public async Task ResolveNotCreated_WaitsUntilNothingCanArrive_AndTheNextRunCreates()
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        var run = new[] { "run", "--parallel", "1", "--workflow", "vault" };
        Assert.Equal(137, (await program.RunAsync([("SEMEL_DIE_AT", "Certificates/web:after-intent")], run)).ExitCode);
        (string, string)[] later = [("SEMEL_LATER", "10")];

        var stopped = await program.RunAsync(later, run);
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("may or may not have been created", stopped.Output, StringComparison.Ordinal);
        var early = await program.RunAsync("resolve", "Certificates/web", "--not-created", "--workflow", "vault");
        Assert.True(early.ExitCode == 1, early.ToString());
        Assert.Contains("may still arrive", early.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await program.RunAsync(later, "resolve", "Certificates/web", "--not-created", "--workflow", "vault")).ExitCode);
        Assert.Equal(0, (await program.RunAsync(later, run)).ExitCode);
        Assert.Equal(1, program.Cloud.Count(CloudKind.Certificates));
    }

    [Fact, Trait("Feature", "C8")]
    public async Task Destroy_IsToldByHistory_ResourceByResource()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");
        program.Cloud.Faults.On("DELETE", $"/v1/networks/{program.Cloud.Live(CloudKind.Networks).Single()["id"]}").Reject(409).Once();
        Assert.Equal(1, (await program.RunAsync("destroy", "--yes")).ExitCode);

        var runs = (await program.JsonAsync("history")).AsArray();
        Assert.Equal(["every step succeeded", "destroy: 5 deleted, 1 failed"], runs.Select(run => run!["reason"]!.ToString()));
        var told = await program.RunAsync("history", "--run", runs[1]!["run"]!.ToString());
        Assert.Matches(@"(?m)^Firewalls/web +Deleted +Firewalls/web \S+ +deleted$", told.Output);
        Assert.Matches(@"(?m)^Networks/web +Failed .*409", told.Output);

        Assert.Equal(0, (await program.RunAsync("destroy", "--yes")).ExitCode);
        Assert.Equal("destroy: 1 deleted", (await program.JsonAsync("history"))[2]!["reason"]!.ToString());
    }

    [Fact, Trait("Feature", "B7")]
    public async Task Adopt_TakesWhatCarriesTheMark_WithoutAName()
    {
        await using var program = await WebProgram.OpenAsync();
        var marker = Marker.For(new ResourceKey("demo", "Servers", "web-1"), 1);
        var id = program.Cloud.Seed(CloudKind.Servers, $$"""{ "name": "web-1", "tags": ["{{marker}}", "{{marker.IdentityText}}"] }""");

        Assert.Equal(0, (await program.RunAsync("adopt", "Servers/web-1", id)).ExitCode);
        var again = await program.RunAsync("adopt", "Servers/web-2", id);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("is recorded for demo/Servers/web-1", again.Error, StringComparison.Ordinal);
        Assert.Equal(4, (await program.RunAsync("adopt", "Droplets/web-1", id)).ExitCode);
        Assert.Empty(program.Cloud.Mutations);
    }

    [Theory, Trait("Feature", "J5")]
    [InlineData("run"), InlineData("plan"), InlineData("check"), InlineData("list"), InlineData("show"), InlineData("history")]
    [InlineData("adopt"), InlineData("resolve"), InlineData("moved"), InlineData("destroy"), InlineData("sweep"), InlineData("graph")]
    public async Task EveryCommand_HasHelp_AndRefusesWhatItDoesNotKnow(string command)
    {
        await using var program = await WebProgram.OpenAsync();

        var help = await program.RunAsync(command, "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("--repository <place>", help.Output, StringComparison.Ordinal);
        var wrong = await program.RunAsync(command, "--what");
        Assert.True(wrong.ExitCode == 2, wrong.ToString());
        Assert.Empty(program.Cloud.Requests);
    }

    [Fact(Skip = "It needs 'script' of util-linux.", SkipType = typeof(TerminalTests), SkipWhen = nameof(TerminalTests.HasNoTerminal)), Trait("Feature", "J5")]
    public async Task AThousandResources_InATerminal_AreReadable_AndTakeLittleMemory()
    {
        await using var program = await WebProgram.OpenWorkerAsync();

        var run = await program.TypeAsync("", [("DOTNET_GCHeapHardLimit", "0x8000000")], "run", "--workflow", "many", "--count", "1000", "--parallel", "32");

        Assert.True(run.ExitCode == 0, run.Output.Length > 4000 ? run.Output[^4000..] : run.Output);
        Assert.Equal(1000, program.Cloud.Count(CloudKind.Servers));
        Assert.Equal(1000, System.Text.RegularExpressions.Regex.Count(run.Output, @"server/s\d{4} +\x1b\[[0-9;]*mcreated"));
        var frames = run.Output.Split(" of 1000 steps are over")[1..];
        Assert.True(frames.Length > 1, "no frame was drawn");
        Assert.All(frames, frame => Assert.InRange(frame.Split(" … ").Length - 1, 0, 10));
        Assert.Contains("more are in flight", run.Output, StringComparison.Ordinal);

        // the limit is one: what keeps something of each resource doesn't come to its end
        program.Cloud.Reset();
        var leaks = await program.RunAsync([("DOTNET_GCHeapHardLimit", "0x8000000"), ("SEMEL_LEAKS", "1")], "run", "--workflow", "many", "--count", "1000", "--scope", "other");
        Assert.NotEqual(0, leaks.ExitCode);
        Assert.InRange(program.Cloud.Count(CloudKind.Servers), 1, 999);
    }
}
