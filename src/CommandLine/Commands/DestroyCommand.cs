using System.CommandLine;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;
using Semel.Workflows;

namespace Semel.CommandLine.Commands;

/// <summary>Deletes what the workflow made.</summary>
internal static class DestroyCommand
{
    public static Command Of(App app)
    {
        var (parallel, yes) = (Shared.Parallel, Shared.Yes);
        var adopted = new Option<bool>("--include-adopted") { Description = "What was adopted, not created, too" };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be deleted" };
        return app.Make("destroy", "Delete what the workflow made, in reverse order. Run it again to go on after a failure.", [adopted, dry, parallel, yes], async (context, parse) =>
        {
            var options = new DestroyOptions { IncludeAdopted = parse.GetValue(adopted), Parallelism = parse.GetValue(parallel), DryRun = true };
            if (options.Parallelism < 1) throw new UsageException("--parallel needs a positive number.");
            var planned = await context.Workflow.DestroyAsync(context.Semel, options, context.Cancelled).ConfigureAwait(false);
            if (parse.GetValue(dry) || planned.Resources.All(resource => resource.State != DestroyState.Deleted))
            {
                Show(context.Screen, planned);
                return planned.Succeeded ? ExitCode.Done : ExitCode.Failed;
            }

            if (!context.Screen.IsJson && !parse.GetValue(yes)) Show(context.Screen, planned);
            if (!context.Screen.Confirm($"Delete {planned.Resources.Count(resource => resource.State == DestroyState.Deleted)} resources of '{context.Workflow.Name}' in '{context.Semel.Scope}'?", parse.GetValue(yes))) return ExitCode.Usage;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.Stopping, context.Cancelled);
            var progress = new RunProgress(context.Screen, context.Time, planned.Resources.Count(resource => resource.State == DestroyState.Deleted), "resources");
            var destroyed = await progress.ShowAsync(() => context.Workflow.DestroyAsync(context.Semel, options with { DryRun = false, Progress = progress }, stop.Token)).ConfigureAwait(false);
            Show(context.Screen, destroyed);
            return destroyed.Succeeded ? ExitCode.Done : context.Stopping.IsCancellationRequested ? ExitCode.Stopped : ExitCode.Failed;
        });
    }

    public static void Show(Screen screen, DestroyResult result)
    {
        if (result.NotRecorded is { } failure) screen.Note($"The end of the destroy is not recorded: {failure}");
        Shared.NoteFailed(screen, result.Failed);
        Show(screen, result.Resources, result.DryRun);
        if (!screen.IsJson) screen.Line(result.DryRun ? "Nothing was deleted" : result.Succeeded ? "All that was ours is deleted" : "Some of it is still there; run destroy again", result.Succeeded ? "green" : "red");
    }

    public static void Show(Screen screen, IReadOnlyList<DestroyedResource> resources, bool isDryRun)
    {
        if (screen.IsJson)
        {
            screen.Json(new JsonObject
            {
                ["dryRun"] = isDryRun,
                ["resources"] = new JsonArray([.. resources.Select(resource => new JsonObject { ["key"] = KeyText.Of(resource.Key), ["id"] = resource.Id, ["state"] = resource.State.ToString(), ["reason"] = resource.Reason })]),
            });
        }
        else if (resources.Count > 0)
        {
            screen.Table(["key", "id", "state", "why"], [.. resources.Select(resource => (IReadOnlyList<string>)[KeyText.Of(resource.Key), resource.Id ?? "", resource.State.ToString().ToLowerInvariant(), resource.Reason])]);
        }
    }
}
