using System.CommandLine;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;

namespace Semel.CommandLine.Commands;

/// <summary>Brings the records to what the API shows.</summary>
internal static class RefreshCommand
{
    public static Command Of(App app) => app.Make("refresh", "Read every recorded resource by its id, and record what the API shows. What is gone keeps its last attributes.", [], async (context, _) =>
    {
        var refresh = await context.Workflow.RefreshAsync(context.Semel, context.Cancelled).ConfigureAwait(false);
        Shared.NoteFailed(context.Screen, refresh.Failed);
        if (context.Screen.IsJson) context.Screen.Json(new JsonArray([.. refresh.Resources.Select(ToJson)]));
        else Show(context.Screen, refresh.Resources);
        return refresh.IsComplete ? ExitCode.Done : refresh.Failed.Count > 0 ? ExitCode.Failed : ExitCode.Found;
    });

    private static JsonNode ToJson(Refreshed resource) => new JsonObject
    {
        ["key"] = KeyText.Of(resource.Key),
        ["state"] = resource.State.ToString(),
        ["id"] = resource.Id,
        ["attributes"] = resource.Attributes?.DeepClone(),
        ["changes"] = new JsonArray([.. resource.Changes.Select(change => new JsonObject { ["property"] = change.Property, ["old"] = change.Old, ["new"] = change.New })]),
        ["reason"] = resource.Reason,
    };

    private static void Show(Screen screen, IReadOnlyList<Refreshed> resources)
    {
        foreach (var resource in resources)
        {
            screen.Line($"  {resource.State.ToString().ToLowerInvariant(),-10} {KeyText.Of(resource.Key)}{(resource.Id is null ? "" : $" {resource.Id}")}: {resource.Reason}", ColourOf(resource.State));
            foreach (var change in resource.Changes) screen.Line($"    {change}", "yellow");
        }

        var counts = resources.GroupBy(resource => resource.State).OrderBy(group => group.Key).Select(group => $"{group.Key.ToString().ToLowerInvariant()} {group.Count()}");
        screen.Line($"Refreshed: {(resources.Count == 0 ? "nothing is recorded" : string.Join(", ", counts))}");
    }

    private static string ColourOf(RefreshState state) => state switch
    {
        RefreshState.Unchanged => "default",
        RefreshState.Changed => "yellow",
        RefreshState.Gone => "red",
        RefreshState.NotRecorded or RefreshState.Unfinished => "grey",
        RefreshState.Unknown => "magenta",
    };
}
