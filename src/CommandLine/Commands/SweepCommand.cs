using System.CommandLine;
using Semel.CommandLine.Screens;
using Semel.Workflows;

namespace Semel.CommandLine.Commands;

/// <summary>Deletes orphans.</summary>
internal static class SweepCommand
{
    public static Command Of(App app)
    {
        var yes = Shared.Yes;
        var delete = new Option<bool>("--delete") { Description = "Delete them; without it, it is only said which would be" };
        var share = new Option<double>("--max-share") { Description = "The largest share of a list's marked resources that may go, from 0 to 1", HelpName = "share", DefaultValueFactory = _ => 0.2 };
        return app.Make("sweep", "Delete orphans: what carries the mark of one of the workflow's resources and no record names. A dry run by default.", [delete, share, yes], async (context, parse) =>
        {
            var options = new SweepOptions { MaximumShare = parse.GetValue(share) };
            if (options.MaximumShare is not (>= 0 and <= 1)) throw new UsageException("--max-share needs a number from 0 to 1.");
            var found = await context.Workflow.SweepAsync(context.Semel, options, context.Cancelled).ConfigureAwait(false);
            if (!parse.GetValue(delete) || found.Resources.Count == 0)
            {
                Show(context.Screen, found);
                return found.Succeeded ? ExitCode.Done : ExitCode.Failed;
            }

            if (!context.Screen.IsJson && !parse.GetValue(yes)) Show(context.Screen, found);
            if (!context.Screen.Confirm($"Delete {found.Resources.Count} orphans?", parse.GetValue(yes))) return ExitCode.Usage;
            var swept = await context.Workflow.SweepAsync(context.Semel, options with { Delete = true }, context.Cancelled).ConfigureAwait(false);
            Show(context.Screen, swept);
            return swept.Succeeded ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static void Show(Screen screen, SweepResult result)
    {
        if (result.NotRecorded is { } failure) screen.Note($"The end of the sweep is not recorded: {failure}");
        Shared.NoteFailed(screen, result.Failed);
        DestroyCommand.Show(screen, result.Resources, result.DryRun);
        if (!screen.IsJson) screen.Line(result.Resources.Count == 0 ? $"There are no orphans{(result.Failed.Count == 0 ? "" : " of the steps that could be planned")}" : result.DryRun ? "Nothing was deleted" : result.Succeeded ? "The orphans are deleted" : "Some orphans are still there", result.Succeeded ? "green" : "red");
    }
}
