using System.CommandLine;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;
using Semel.Workflows;

namespace Semel.CommandLine.Commands;

/// <summary>Says what a run would do.</summary>
internal static class PlanCommand
{
    public static Command Of(App app)
    {
        var (only, force) = (Shared.Only(app), Shared.Force(app));
        var refresh = new Option<bool>("--refresh") { Description = "Ask the API where a run would; otherwise the records alone tell" };
        var to = new Option<FileInfo?>("--out") { Description = "Write the plan here, for run --plan", HelpName = "file" };
        return app.Make("plan", "Say what a run would do. Nothing is changed and nothing recorded.", [refresh, only, force, to], async (context, parse) =>
        {
            var plan = await context.Workflow.PlanAsync(context.Semel, new PlanOptions { Refresh = parse.GetValue(refresh), Only = parse.GetValue(only)!, Force = Shared.Forced(parse, force, context) }, context.Cancelled).ConfigureAwait(false);
            if (parse.GetValue(to) is { } file) await File.WriteAllTextAsync(file.FullName, plan.ToJson() + "\n").ConfigureAwait(false);
            Show(context.Screen, plan);
            return plan.WouldFail ? ExitCode.Failed : ExitCode.Done;
        }, MissingFolder.IsSaid);
    }

    private static void Show(Screen screen, WorkflowPlan plan)
    {
        if (screen.IsJson)
        {
            screen.Json(JsonNode.Parse(plan.ToJson())!);
            return;
        }

        foreach (var step in plan.Steps)
        {
            foreach (var resource in step.Resources) Show(screen, step, resource);
            if (step.Note is { } note && step.Resources.All(resource => resource.Verdict != Verdict.Stuck)) screen.Line($"  {step.Step,-20} {(step.Failed ? "failed" : ""),-9} {note}", step.Failed ? "red" : "grey");
        }

        var counts = Enum.GetValues<Verdict>().Select(verdict => (Verdict: verdict, Count: plan.Count(verdict))).Where(pair => pair.Count > 0).Select(pair => $"{pair.Verdict.ToString().ToLowerInvariant()} {pair.Count}");
        if (plan.Steps.Count(step => step.Failed) is > 0 and var failed) counts = counts.Append($"{failed} steps cannot be planned");
        screen.Line($"Plan: {(plan.IsUpToDate ? "nothing to do" : string.Join(", ", counts))}{(plan.Refreshed ? "" : " (from the records; --refresh asks the API)")}");
    }

    private static void Show(Screen screen, StepPlan step, ResourcePlan resource)
    {
        screen.Line($"  {step.Step,-20} {resource.Verdict.ToString().ToLowerInvariant(),-9} {resource.Model}/{resource.Instance}{(resource.Id is null ? "" : $" {resource.Id}")}: {resource.Reason} [{resource.Guarantee}]", Words.ColourOf(resource.Verdict));
        foreach (var change in resource.Changes) screen.Line($"    {change}{(resource.Verdict == Verdict.Reuse ? ", and stays so" : "")}", "yellow");
        foreach (var duty in resource.Duties) screen.Line($"    then: {duty}", "grey");
    }
}
