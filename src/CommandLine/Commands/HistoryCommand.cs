using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;

namespace Semel.CommandLine.Commands;

/// <summary>Tells the runs, one run, or one resource.</summary>
internal static class HistoryCommand
{
    public static Command Of(App app)
    {
        var key = new Argument<string?>("key") { Description = "The resource's key; without one, the runs are told", HelpName = KeyText.Form, Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => null };
        var run = new Option<string?>("--run") { Description = "Tell the steps of this run", HelpName = "run" };
        return app.Make("history", "Tell what was done, when, by whom and why.", [key, run], async (context, parse) =>
        {
            if (parse.GetValue(key) is { } text) await TellResourceAsync(context, text).ConfigureAwait(false);
            else if (parse.GetValue(run) is { } name) Tell(context.Screen, (await RunsAsync(context).ConfigureAwait(false)).LastOrDefault(run => run.Provenance.Run == name) ?? throw new UsageException($"No run '{name}' is recorded."));
            else Tell(context.Screen, await RunsAsync(context).ConfigureAwait(false));
            return ExitCode.Done;
        });
    }

    /// <summary>The last version of each run, oldest first.</summary>
    private static async Task<IReadOnlyList<RunRecord>> RunsAsync(CommandContext context)
    {
        var runs = new Dictionary<int, RunRecord>();
        await foreach (var version in context.Semel.Repository.HistoryAsync(RunRecord.KeyOf(context.Semel.Scope, context.Workflow.Name), context.Cancelled).ConfigureAwait(false))
        {
            if (version is RunRecord run) runs[run.Generation] = run;
        }

        return [.. runs.Values.OrderBy(run => run.Generation)];
    }

    private static void Tell(Screen screen, IReadOnlyList<RunRecord> runs)
    {
        if (screen.IsJson)
        {
            screen.Json(new JsonArray([.. runs.Select(run => new JsonObject { ["run"] = run.Provenance.Run, ["number"] = run.Generation, ["begunAt"] = Words.Of(run.BegunAt), ["endedAt"] = run.EndedAt is { } end ? Words.Of(end) : null, ["writer"] = run.Provenance.Writer, ["reason"] = Reason(run) })]));
            return;
        }

        screen.Table(["run", "begun", "took", "by", "what came of it"], [.. runs.Select(run => (IReadOnlyList<string>)
            [run.Provenance.Run, Words.Of(run.BegunAt), run.EndedAt is { } end ? Words.Of(end - run.BegunAt) : "", run.Provenance.Writer, Reason(run)])]);
    }

    private static string Reason(RunRecord run) => run.EndedAt is null ? $"{run.Provenance.Reason}; it has not ended, or was killed: the resources' own histories say how far it came" : run.Provenance.Reason;

    private static void Tell(Screen screen, RunRecord run)
    {
        if (screen.IsJson)
        {
            screen.Json(new JsonArray([.. run.Steps.Select(step => new JsonObject
            {
                ["step"] = step.Name,
                ["state"] = step.State,
                ["reason"] = step.Reason,
                ["seconds"] = Math.Round(step.Elapsed.TotalSeconds, 3),
                ["resources"] = new JsonArray([.. step.Resources.Select(resource => new JsonObject { ["key"] = $"{resource.Model}/{resource.Instance}", ["id"] = resource.Id, ["outcome"] = resource.Outcome, ["reason"] = resource.Reason })]),
            })]));
            return;
        }

        screen.Table(["step", "state", "resource", "why"], [.. run.Steps.SelectMany(step => step.Resources.Count == 0
            ? [[step.Name, step.State, "", step.Reason]]
            : step.Resources.Select(resource => (IReadOnlyList<string>)[step.Name, resource.Outcome, $"{resource.Model}/{resource.Instance} {resource.Id}", step.State is "Failed" or "Cancelled" ? step.Reason : resource.Reason]))]);
    }

    private static async Task TellResourceAsync(CommandContext context, string text)
    {
        var (model, instance) = KeyText.Parse(text);
        var versions = new List<ResourceRecord>();
        await foreach (var version in context.Semel.Repository.HistoryAsync(new ResourceKey(context.Semel.Scope, model, instance), context.Cancelled).ConfigureAwait(false)) versions.Add(version);
        if (versions.Count == 0) throw new UsageException($"There is no record of {model}/{instance} in '{context.Semel.Scope}'.");
        if (context.Screen.IsJson)
            context.Screen.Json(new JsonArray([.. versions.Select(version => new JsonObject { ["version"] = version.Version, ["state"] = Words.Of(version), ["id"] = Words.IdOf(version), ["generation"] = version.Generation, ["at"] = Words.Of(version.Provenance.At), ["run"] = version.Provenance.Run, ["writer"] = version.Provenance.Writer, ["reason"] = version.Provenance.Reason })]));
        else
            context.Screen.Table(["version", "when", "state", "id", "run", "why"], [.. versions.Select(version => (IReadOnlyList<string>)
                [version.Version.ToString(CultureInfo.InvariantCulture), Words.Of(version.Provenance.At), Words.Of(version), Words.IdOf(version), version.Provenance.Run, version.Provenance.Reason])]);
    }
}
