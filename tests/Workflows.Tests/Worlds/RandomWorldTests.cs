using Semel.Testing;

namespace Semel.Workflows.Tests.Worlds;

/// <summary>What a plan says is what the run does, whatever happened before.</summary>
public sealed class RandomWorldTests
{
    private const int Worlds = 1000;

    [Fact, Trait("Feature", "A12")]
    public async Task APlanOfARandomWorld_ChangesNothing_AndTheRunDoesExactlyThat()
    {
        await using var stage = await Stage.StartAsync();
        var hits = new Dictionary<Verdict, int>();
        for (var seed = 0; seed < Worlds; seed++)
        {
            var world = new World(stage, seed);
            await world.HappenAsync();
            var before = (stage.Cloud.Mutations.Count, stage.Cloud.Requests.Count, await stage.VersionsAsync());

            var plan = await world.Workflow().PlanAsync(stage.Semel, new PlanOptions { Refresh = world.Refresh });

            Assert.Equal((before.Item1, before.Item3), (stage.Cloud.Mutations.Count, await stage.VersionsAsync()));
            if (!world.Refresh) Assert.Equal(before.Item2, stage.Cloud.Requests.Count);
            var result = await world.Workflow().RunAsync(stage.Semel, new RunOptions { Parallelism = 1 });
            foreach (var step in plan.Steps)
            {
                foreach (var resource in step.Resources) hits[resource.Verdict] = hits.GetValueOrDefault(resource.Verdict) + 1;
                if (world.Refresh) Assert.True(Said(step) == Did(result[step.Step]), $"{world}: {step.Step} was planned as {Said(step)} and became {Did(result[step.Step])}\n{plan.ToJson()}\n{result[step.Step].Reason}");
            }

        }

        foreach (var verdict in Enum.GetValues<Verdict>()) Assert.True(hits.GetValueOrDefault(verdict) >= 50, $"{verdict}: {hits.GetValueOrDefault(verdict)} of {string.Join(", ", hits)}");
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
