namespace Semel.Workflows.Tests.Worlds;

/// <summary>What a plan says is what the run does, whatever happened before.</summary>
public sealed class RandomWorldTests
{
    private const int Worlds = 1000;

    /// <summary>On one server: what it and the repository keep of earlier worlds is looked through again and again.</summary>
    private const int Together = 25;

    [Fact, Trait("Feature", "A12")]
    public async Task APlanOfARandomWorld_ChangesNothing_AndTheRunDoesExactlyThat()
    {
        var hits = new Dictionary<Verdict, int>();
        for (var first = 0; first < Worlds; first += Together)
        {
            await using var stage = await Stage.StartAsync();
            for (var seed = first; seed < first + Together; seed++) await CompareAsync(stage, new World(stage, seed), hits);
        }

        foreach (var verdict in Enum.GetValues<Verdict>()) Assert.True(hits.GetValueOrDefault(verdict) >= 50, $"{verdict}: {hits.GetValueOrDefault(verdict)} of {string.Join(", ", hits)}");
    }

    private static async Task CompareAsync(Stage stage, World world, Dictionary<Verdict, int> hits)
    {
        await world.HappenAsync();
        var (mutations, requests, versions) = (stage.Cloud.Mutations.Count, stage.Cloud.Requests.Count, await stage.VersionsAsync());

        var plan = await world.Workflow().PlanAsync(stage.Semel, new PlanOptions { Refresh = world.Refresh });

        Assert.Equal((mutations, versions), (stage.Cloud.Mutations.Count, await stage.VersionsAsync()));
        if (!world.Refresh) Assert.Equal(requests, stage.Cloud.Requests.Count);
        var result = await world.Workflow().RunAsync(stage.Semel, new RunOptions { Parallelism = 1 });
        foreach (var step in plan.Steps)
        {
            foreach (var resource in step.Resources) hits[resource.Verdict] = hits.GetValueOrDefault(resource.Verdict) + 1;
            if (world.Refresh) Assert.True(Said(step) == Did(result[step.Step]), $"{world}: {step.Step} was planned as {Said(step)} and became {Did(result[step.Step])}\n{plan.ToJson()}\n{result[step.Step].Reason}");
        }
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
