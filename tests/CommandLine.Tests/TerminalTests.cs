using Semel.Testing;

namespace Semel.CommandLine.Tests;

/// <summary>The built program in a pseudo-terminal: what people see and answer.</summary>
public sealed class TerminalTests
{
    private const string Escape = "\u001b[";

    public static bool HasNoTerminal => !File.Exists("/usr/bin/script");

    [Fact(Skip = "It needs 'script' of util-linux.", SkipWhen = nameof(HasNoTerminal)), Trait("Feature", "J5")]
    public async Task Run_DrawsWhatIsInFlight_InColour_AndLeavesALineForEachStep()
    {
        await using var program = await WebProgram.OpenAsync();
        program.Cloud.Faults.On("POST", "/v1/networks").Delay(TimeSpan.FromSeconds(1));

        var run = await program.TypeAsync("", [], "run");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(" of 6 steps are over", run.Output, StringComparison.Ordinal);
        Assert.Matches("network +… Networks/web: the intent is durable", run.Output);
        Assert.Matches(@"firewall +\x1b\[[0-9;]*mcreated", run.Output);
    }

    [Fact(Skip = "It needs 'script' of util-linux.", SkipWhen = nameof(HasNoTerminal)), Trait("Feature", "J5")]
    public async Task NoColor_IsHonoured()
    {
        await using var program = await WebProgram.OpenAsync();

        var run = await program.TypeAsync("", [("NO_COLOR", "1")], "run");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.DoesNotMatch(@"\x1b\[[0-9;]*3[0-9](;[0-9]+)*m", run.Output);
        Assert.Matches("firewall +created", run.Output);
    }

    [Theory(Skip = "It needs 'script' of util-linux.", SkipWhen = nameof(HasNoTerminal)), Trait("Feature", "I7")]
    [InlineData("n\n", 2, 2)]
    [InlineData("y\n", 0, 0)]
    public async Task Destroy_Asks_AndDoesAsItIsTold(string answer, int exitCode, int left)
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run");

        var destroyed = await program.TypeAsync(answer, [], "destroy");

        Assert.True(destroyed.ExitCode == exitCode, destroyed.ToString());
        Assert.Contains("Delete 6 resources of 'web' in 'demo'?", destroyed.Output, StringComparison.Ordinal);
        Assert.Equal(left, program.Cloud.Count(CloudKind.Servers));
    }

    [Fact(Skip = "It needs 'script' of util-linux.", SkipWhen = nameof(HasNoTerminal)), Trait("Feature", "J5")]
    public async Task AnErrorThatPasses_IsShown_WithTheTimeUntilTheNextTry()
    {
        await using var program = await WebProgram.OpenAsync();
        await program.RunAsync("run", "--only", "network", "tag");
        program.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Times(3);

        var run = await program.TypeAsync("", [], "run");

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches(@"server/web-[12] +\x1b\[[0-9;]*mretrying.* in 2 s", run.Output);
        Assert.DoesNotMatch("retrying.* run again", run.Output); // that is done here
        Assert.Matches(@"server/web-[12] +… .*[12] s more:\x1b\[0m it is run again then", run.Output);
        Assert.Contains(Escape, run.Output, StringComparison.Ordinal);
    }

    [Fact(Skip = "It needs 'script' of util-linux.", SkipWhen = nameof(HasNoTerminal)), Trait("Feature", "H5")]
    public async Task AWaitForAnotherProgram_IsCountedDown_AndSaysWhoHoldsTheKey()
    {
        await using var program = await WebProgram.OpenAsync();
        var post = program.Cloud.Faults.On("POST", "/v1/networks").Hold();
        using var first = program.Start("run", "--only", "network");
        await post.Hit.WaitAsync(TestContext.Current.CancellationToken);

        using var second = program.StartInTerminal([], "run", "--only", "network");
        var shown = new System.Text.StringBuilder();
        var buffer = new char[4096];
        while (!System.Text.RegularExpressions.Regex.IsMatch(shown.ToString(), $@"network +… \x1b\[[0-9;]*m\d+ s more:\x1b\[0m .*/{first.Id} \(run [0-9a-f]+\) holds its key since"))
        {
            var read = await second.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.True(read > 0, shown.ToString());
            shown.Append(buffer, 0, read);
        }

        post.Release();
        Assert.Equal(0, (await WebProgram.EndAsync(first)).ExitCode);
        var end = await WebProgram.EndAsync(second, closesInput: false);
        Assert.Matches(@"network +\x1b\[[0-9;]*mreused", shown + end.Output);
        Assert.Equal(1, program.Cloud.Count(CloudKind.Networks));
    }
}
