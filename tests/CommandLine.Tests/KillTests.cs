using System.Globalization;
using Semel.Testing;

namespace Semel.CommandLine.Tests;

/// <summary>The program is killed at each boundary of its steps and inside each create, one kill after the other, and run again: the server counts exactly one of each.</summary>
[Trait("Feature", "J1")]
public sealed class KillTests
{
    /// <summary>In the order in which they are created when one runs at once.</summary>
    private static readonly (string Kind, string Key, string Name)[] Creates =
    [
        (CloudKind.Networks, "Networks/web", "web"), (CloudKind.Tags, "Tags/web", "web"), (CloudKind.Servers, "Servers/web-1", "web-1"), (CloudKind.Servers, "Servers/web-2", "web-2"),
        (CloudKind.LoadBalancers, "LoadBalancers/web", "web"), (CloudKind.Firewalls, "Firewalls/web", "web"),
    ];

    [Theory]
    [InlineData("before-intent", 0)]
    [InlineData("after-intent", 0)]
    [InlineData("after-reply", 1)]
    [InlineData("after-record", 1)]
    [InlineData("boundary", 1)]
    public async Task KilledThereInEachCreate_TheNextRunGoesOn_AndThereIsExactlyOneOfEach(string point, int isApplied)
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        for (var create = 0; create < Creates.Length; create++)
        {
            var killed = await program.RunAsync([DieAt($"{Creates[create].Key}:{point}"), Later(create)], "run", "--parallel", "1");
            AssertKilled(program, killed, create + isApplied);
        }

        await AssertFinishedAsync(program, Creates.Length);
    }

    [Fact]
    public async Task KilledAfterTheSend_InEachCreate_TheNextRunGoesOn_AndThereIsExactlyOneOfEach()
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        for (var create = 0; create < Creates.Length; create++)
        {
            var sent = program.Cloud.Faults.On("POST", $"/v1/{Creates[create].Kind}").Named(Creates[create].Name).HangAfterApplying();
            var killed = await program.KillAsync(sent.Hit, [Later(create)], "run", "--parallel", "1");
            AssertKilled(program, killed, create + 1);
        }

        await AssertFinishedAsync(program, Creates.Length);
    }

    [Fact]
    public async Task KilledAtTheBoundariesOfTheRun_TheNextRunGoesOn_AndThereIsExactlyOneOfEach()
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        foreach (var (point, done) in new[] { ("before-begin", 0), ("after-begin", 0), ("before-end", Creates.Length), ("after-end", Creates.Length) })
            AssertKilled(program, await program.RunAsync([DieAt($"$runs/web:{point}")], "run", "--parallel", "1"), done);

        await AssertFinishedAsync(program, 0);
        Assert.Equal(["killed", "killed", "ended", "ended"], (await program.JsonAsync("history")).AsArray().Select(run => run!["endedAt"] is null ? "killed" : "ended"));
    }

    [Fact, Trait("Feature", "I7")]
    public async Task DestroyIsKilledInEachDelete_TheNextOneGoesOn_AndDeletesEachOnce()
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        await program.RunAsync("run");
        for (var delete = 0; delete < Creates.Length; delete++)
        {
            var (kind, _, name) = Creates[^(delete + 1)];
            var id = program.Cloud.Live(kind).Single(resource => resource["name"]!.ToString() == name) is var resource && kind == CloudKind.Tags ? name : resource["id"]!.ToString();
            var sent = program.Cloud.Faults.On("DELETE", $"/v1/{kind}/{id}").HangAfterApplying();
            Assert.Equal(137, (await program.KillAsync(sent.Hit, [Later(delete)], "destroy", "--yes", "--parallel", "1")).ExitCode);
            Assert.Equal(Creates.Length - delete - 1, Creates.Sum(create => Count(program, create.Kind, create.Name)));
        }

        var last = await program.RunAsync([Later(Creates.Length)], "destroy", "--yes");
        Assert.True(last.ExitCode == 0, last.ToString());
        Assert.Equal(Creates.Length, program.Cloud.Applied.Count(change => change.Method == "DELETE"));
        Assert.Empty((await program.JsonAsync("list")).AsArray());
    }

    [Fact]
    public async Task AProgramThatForgets_WhereNothingShowsWhatItMade_MakesASecondOne_AndTheCountShowsIt()
    {
        await using var program = await WebProgram.OpenWorkerAsync();
        program.Cloud.HideFromListsUntil(new TaskCompletionSource().Task);
        var run = new[] { "run", "--parallel", "1", "--workflow", "many" };

        var killed = await program.RunAsync([("SEMEL_FORGETS", "1"), DieAt("Servers/s0000:after-reply")], run);
        Assert.Equal(137, killed.ExitCode);
        Assert.Equal(1, program.Cloud.Count(CloudKind.Servers));
        var next = await program.RunAsync([("SEMEL_FORGETS", "1"), Later(1)], run);

        Assert.True(next.ExitCode == 0, next.ToString());
        Assert.Equal(2, program.Cloud.Count(CloudKind.Servers));
    }

    /// <summary>Each so far exactly once, and nothing of those after them.</summary>
    private static void AssertKilled(WebProgram program, Screenful killed, int done)
    {
        Assert.True(killed.ExitCode == 137, killed.ToString());
        Assert.Equal(Creates.Select((_, index) => index < done ? 1 : 0), Creates.Select(create => Count(program, create.Kind, create.Name)));
    }

    private static async Task AssertFinishedAsync(WebProgram program, int kills)
    {
        var last = await program.RunAsync([Later(kills)], "run");
        Assert.True(last.ExitCode == 0, last.ToString());
        Assert.Equal(Creates.Select(_ => 1), Creates.Select(create => Count(program, create.Kind, create.Name)));
        Assert.Equal(Creates.Length, program.Cloud.Applied.Count);
    }

    private static int Count(WebProgram program, string kind, string name) => program.Cloud.Live(kind).Count(resource => resource["name"]!.ToString() == name);

    private static (string, string) DieAt(string point) => ("SEMEL_DIE_AT", point);

    /// <summary>Ten minutes after the run before it: what that sent has arrived, and lists show it.</summary>
    private static (string, string) Later(int runs) => ("SEMEL_LATER", (10 * runs).ToString(CultureInfo.InvariantCulture));
}
