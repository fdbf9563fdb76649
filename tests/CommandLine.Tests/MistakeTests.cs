using Semel.Testing;

namespace Semel.CommandLine.Tests;

/// <summary>What is set up or typed wrongly is said, with what to do, and no command ends as if all were done.</summary>
[Trait("Feature", "J5")]
public sealed class MistakeTests
{
    private static readonly (string, string)[] NoAddress = [("CLOUD_API", "")];

    [Fact]
    public async Task AStepThatCannotBePlanned_Fails_AndTheCommandsThatNeedToKnowItToo()
    {
        await using var program = await WebProgram.OpenWorkerAsync();

        var plan = await program.RunAsync(NoAddress, "plan");
        Assert.True(plan.ExitCode == 1, plan.ToString());
        Assert.Matches("(?m)^  network +failed +it cannot be planned: The HttpClient has no BaseAddress", plan.Output);
        Assert.Matches("(?m)^Plan: 2 steps cannot be planned", plan.Output);
        Assert.DoesNotContain("InvalidOperationException", plan.Output, StringComparison.Ordinal);

        var json = await program.RunAsync(NoAddress, "plan", "--json");
        Assert.Equal(1, json.ExitCode);
        var steps = System.Text.Json.Nodes.JsonNode.Parse(json.Output)!["steps"]!.AsArray();
        Assert.Equal([true, true, false, false, false, false], steps.Select(step => (bool)step!["failed"]!));

        foreach (var command in new string[][] { ["check"], ["refresh"], ["sweep"], ["destroy", "--yes"] })
        {
            var needs = await program.RunAsync(NoAddress, command);
            Assert.True(needs.ExitCode == 1, needs.ToString());
            Assert.Contains("network: it cannot be planned: The HttpClient has no BaseAddress", needs.Error, StringComparison.Ordinal);
        }

        var check = await program.RunAsync(NoAddress, "check");
        Assert.DoesNotContain("are as the API has them", check.Output, StringComparison.Ordinal);
        Assert.False((bool)System.Text.Json.Nodes.JsonNode.Parse((await program.RunAsync(NoAddress, "check", "--json")).Output)!["clean"]!);
        Assert.Equal(0, (await program.RunAsync("check")).ExitCode);
    }

    [Theory]
    [InlineData("plan"), InlineData("run"), InlineData("plan", "--api", "notaurl"), InlineData("run", "--api", "notaurl"), InlineData("plan", "--api", "ftp://127.0.0.1/")]
    public async Task WithoutTheAddressOfTheCloud_TheOptionIsNamed_AndWhatItWants(params string[] arguments)
    {
        await using var program = await WebProgram.OpenAsync();

        var wrong = await program.RunAsync(NoAddress, arguments);

        Assert.True(wrong.ExitCode == 2, wrong.ToString());
        Assert.Contains("--api needs the address of the cloud, such as http://127.0.0.1:8080/", wrong.Error, StringComparison.Ordinal);
        Assert.Contains(arguments.Length == 1 ? "CLOUD_API" : $"'{arguments[^1]}' is none", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await program.RunAsync(NoAddress, "list")).ExitCode);
    }

    [Theory]
    [InlineData("--api", "plan", "--aip", "x")]
    [InlineData("--api", "--aip", "x")]
    [InlineData("--api", "plan", "--aip=http://127.0.0.1/")]
    [InlineData("--refresh", "plan", "--refersh")]
    [InlineData("--only", "run", "--ony", "tag")]
    [InlineData("--kill-after-post", "--kill-after-pots")]
    [InlineData("run", "rum")]
    [InlineData(null, "plan", "--what-is-this")]
    public async Task AMistypedWord_GetsTheNearestOne(string? nearest, params string[] arguments)
    {
        await using var program = await WebProgram.OpenAsync();

        var wrong = await program.RunAsync(arguments);

        Assert.True(wrong.ExitCode == 2, wrong.ToString());
        Assert.DoesNotContain("Did you mean", wrong.Output, StringComparison.Ordinal);
        Assert.Equal(nearest is null ? 0 : 1, wrong.Error.Split("Did you mean").Length - 1);
        if (nearest is not null) Assert.Contains($"Did you mean '{nearest}'?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KillAfterPost_IsInTheHelp_AndOnlyForTheStory()
    {
        await using var program = await WebProgram.OpenAsync();

        Assert.Contains("--kill-after-post", (await program.RunAsync("--help")).Output, StringComparison.Ordinal);
        var wrong = await program.RunAsync("plan", "--kill-after-post");
        Assert.True(wrong.ExitCode == 2, wrong.ToString());
        Assert.Contains("--kill-after-post is for the story, which is told without a command", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANamedFolderThatDoesNotExist_IsSaid_AndIsNotTakenForNoRecords()
    {
        await using var program = await WebProgram.OpenAsync();
        var folder = Path.Combine(program.Folder, "mistyped");
        foreach (var command in new string[][] { ["list"], ["show", "Tags/web"], ["history"], ["check"], ["refresh"], ["sweep"], ["destroy", "--yes"], ["resolve", "Tags/web", "--not-created"], ["moved", "Tags/web", "Tags/other"] })
        {
            var wrong = await program.RunAsync([.. command, "--repository", folder]);
            Assert.True(wrong.ExitCode == 2, wrong.ToString());
            Assert.Contains($"There is no folder {folder}", wrong.Error, StringComparison.Ordinal);
        }

        foreach (var command in new[] { "plan", "graph" })
        {
            var first = await program.RunAsync(command, "--repository", folder + command); // a plan makes the folder, to know what its locks are worth
            Assert.True(first.ExitCode == 0, first.ToString());
            Assert.Contains($"There is no folder {folder}{command}", first.Error, StringComparison.Ordinal);
        }

        Assert.Empty(program.Cloud.Mutations);

        // nothing was recorded yet in the program's own folder
        var none = await program.RunAsync("list");
        Assert.True(none is { ExitCode: 0, Error: "" }, none.ToString());
        Assert.Equal(0, (await program.RunAsync("run", "--only", "tag", "--repository", folder)).ExitCode);
        Assert.Contains("Tags/web", (await program.RunAsync("list", "--repository", folder)).Output, StringComparison.Ordinal);
    }
}
