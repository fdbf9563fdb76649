using System.CommandLine;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;
using Semel.Workflows;

namespace Semel.CommandLine.Commands;

/// <summary>Runs the workflow.</summary>
internal static class RunCommand
{
    public static Command Of(App app)
    {
        var (only, force, parallel) = (Shared.Only(app), Shared.Force(app), Shared.Parallel);
        var plan = new Option<FileInfo?>("--plan") { Description = "Do what this plan says, or stop", HelpName = "file" };
        return app.Make("run", "Create what is not there yet. Run it again after a failure: what is there stays.", [only, force, parallel, plan], async (context, parse) =>
        {
            var options = new RunOptions
            {
                Only = parse.GetValue(only)!,
                Force = Shared.Forced(parse, force, context),
                Parallelism = parse.GetValue(parallel),
                Plan = parse.GetValue(plan) is { } file ? WorkflowPlan.FromJson(await File.ReadAllTextAsync(file.FullName).ConfigureAwait(false)) : null,
                Stopping = context.Stopping,
            };
            if (options.Parallelism < 1) throw new UsageException("--parallel needs a positive number.");
            var progress = new RunProgress(context.Screen, context.Time, options.Only.Count == 0 ? context.Workflow.Steps.Count : null);
            var result = await progress.ShowAsync(() => context.Workflow.RunAsync(context.Semel, options with { Progress = progress }, context.Cancelled)).ConfigureAwait(false);
            Show(context.Screen, result);
            return result.Succeeded ? ExitCode.Done : context.Stopping.IsCancellationRequested ? ExitCode.Stopped : ExitCode.Failed;
        }, MissingFolder.IsMade);
    }

    private static void Show(Screen screen, WorkflowResult result)
    {
        if (screen.IsJson)
        {
            screen.Json(ToJson(result));
            return;
        }

        foreach (var step in result.Steps.Where(step => step.State == StepState.NotBegun)) screen.Line($"  {step.Step,-20} {Words.Of(step),-9} {step.Reason}", "grey");
        if (result.Teardown is { } teardown) DestroyCommand.Show(screen, teardown);
        if (result.NotRecorded is { } failure) screen.Note($"The end of the run is not recorded: {failure}");
        var (changed, left) = (result.Steps.SelectMany(step => step.Resources).Count(resource => resource.Outcome != Outcome.Reused), result.Steps.Count(step => !step.IsSuccess));
        screen.Line(left == 0 ? $"Run {result.Run}: {(changed == 0 ? "all was there already" : $"done, {changed} changed")}" : $"Run {result.Run}: {left} of {result.Steps.Count} steps did not succeed; mend the cause and run again", left == 0 ? "green" : "red");
    }

    private static JsonObject ToJson(WorkflowResult result) => new()
    {
        ["workflow"] = result.Workflow,
        ["run"] = result.Run,
        ["succeeded"] = result.Succeeded,
        ["steps"] = new JsonArray([.. result.Steps.Select(step => new JsonObject
        {
            ["step"] = step.Step,
            ["state"] = step.State.ToString(),
            ["reason"] = step.Reason,
            ["attempts"] = step.Attempts,
            ["seconds"] = Math.Round(step.Elapsed.TotalSeconds, 3),
            ["resources"] = new JsonArray([.. step.Resources.Select(resource => new JsonObject { ["key"] = KeyText.Of(resource.Key), ["id"] = resource.Id, ["outcome"] = resource.Outcome.ToString(), ["reason"] = resource.Reason })]),
        })]),
    };
}
