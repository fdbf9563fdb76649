using Semel.Protocol;

namespace Semel.Workflows.Tests.Worlds;

/// <summary>What a plan says is what the run does, whatever happened before.</summary>
public sealed class RandomWorldTests
{
    private const int Worlds = 1000;

    /// <summary>On one server: what it and the repository keep of earlier worlds is looked through again and again.</summary>
    private const int Together = 25;

    /// <summary>How often each verdict, and each kind of past, must occur.</summary>
    private const int Least = 50;

    [Fact, Trait("Feature", "A12")]
    public async Task APlanOfARandomWorld_ChangesNothing_AndTheRunDoesExactlyThat()
    {
        var tally = new Tally();
        for (var first = 0; first < Worlds; first += Together)
        {
            await using var stage = await Stage.StartAsync();
            for (var seed = first; seed < first + Together; seed++) await CompareAsync(stage, new World(stage, seed), stage.Semel, tally);
        }

        Assert.True(tally.Differences.Count == 0, $"{tally.Differences.Count} differ:\n{string.Join("\n\n", tally.Differences.Take(3))}");
        Assert.Equal(Worlds, tally.Compared);
        foreach (var verdict in Enum.GetValues<Verdict>()) Assert.True(tally.Of(verdict) >= Least, tally.ToString());
        foreach (var situation in Enum.GetValues<Situation>()) Assert.True(tally.Of(situation) >= Least, tally.ToString());
        Assert.True(tally.UnknownValues >= Least, tally.ToString());
    }

    [Fact, Trait("Feature", "A12")]
    public async Task ARunThatDecidesOtherwise_IsNoticed()
    {
        await using var stage = await Stage.StartAsync();
        var tally = new Tally();
        var other = stage.NewRun(next: (policy, state, happened, now) => CreateProtocol.Next(policy with { LookFirst = false }, state, happened, now));

        for (var seed = 0; seed < Together; seed++) await CompareAsync(stage, new World(stage, seed), other, tally);

        Assert.NotEmpty(tally.Differences);
    }

    private static async Task CompareAsync(Stage stage, World world, SemelContext runner, Tally tally)
    {
        await world.HappenAsync();
        tally.Add(world);
        var (mutations, requests, versions) = (stage.Cloud.Mutations.Count, stage.Cloud.Requests.Count, await stage.VersionsAsync());

        var byRecords = await world.Workflow(stage.Semel).PlanAsync(stage.Semel);
        Assert.Equal(requests, stage.Cloud.Requests.Count);
        var plan = await world.Workflow(stage.Semel).PlanAsync(stage.Semel, new PlanOptions { Refresh = true });
        Assert.Equal((mutations, versions), (stage.Cloud.Mutations.Count, await stage.VersionsAsync()));

        var result = await world.Workflow(runner).RunAsync(runner, new RunOptions { Parallelism = 1 });
        tally.Add(byRecords);
        tally.Add(plan);
        tally.Compared++;
        foreach (var step in plan.Steps.Where(step => Said(step) != Did(result[step.Step])))
            tally.Differences.Add($"{world}: {step.Step} was planned as {Said(step)} and became {Did(result[step.Step])}\n{plan.ToJson()}\n{result[step.Step].Reason}");
    }

    private static string Said(StepPlan step) => step.Resources switch
    {
        [] => "Blocked",
        [{ Verdict: Verdict.Create }] => "Created",
        [{ Verdict: Verdict.Reuse }] => "Reused",
        [{ Verdict: Verdict.Adopt }] => "Adopted",
        [{ Verdict: Verdict.Update }] => "Updated",
        [{ Verdict: Verdict.Replace }] => "Replaced",
        [{ Verdict: Verdict.Stuck }] => "Failed",
        var other => $"{other.Count} {other[0].Verdict}",
    };

    private static string Did(StepResult result) => result.IsSuccess ? result.Resources.Single().Outcome.ToString() : result.State.ToString();
}
