using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Semel.Workflows;

namespace Semel.CommandLine.Commands;

/// <summary>Draws the workflow.</summary>
internal static class GraphCommand
{
    private static readonly string[] Styles =
    [
        "classDef reuse fill:#dde7f3,stroke:#4a76a8", "classDef create fill:#e3f1df,stroke:#4f8a41", "classDef update fill:#fbf1cf,stroke:#a88a2a",
        "classDef stuck fill:#f6dcdc,stroke:#a83c3c", "classDef unknown fill:#eeeeee,stroke:#888888",
    ];

    public static Command Of(App app) => app.Make("graph", "Draw the steps as a Mermaid flowchart, with what a run would do by the records.", [], async (context, _) =>
    {
        var plan = await context.Workflow.PlanAsync(context.Semel, null, context.Cancelled).ConfigureAwait(false);
        if (context.Screen.IsJson) context.Screen.Json(new JsonObject { ["mermaid"] = Draw(context.Workflow, plan) });
        else context.Screen.Raw(Draw(context.Workflow, plan));
        return ExitCode.Done;
    }, MissingFolder.IsSaid);

    private static string Draw(Workflow workflow, WorkflowPlan plan)
    {
        var names = workflow.Steps.Select((step, index) => (step, index)).ToDictionary(pair => pair.step, pair => $"s{pair.index}");
        var text = new StringBuilder("flowchart LR\n");
        foreach (var step in workflow.Steps) text.Append($"  {names[step]}[\"{Escape(step.Name)}\"]:::{ClassOf(plan.Steps.Single(planned => planned.Step == step.Name))}\n");
        foreach (var step in workflow.Steps)
            foreach (var need in step.Needs) text.Append($"  {names[need]} --> {names[step]}\n");
        foreach (var style in Styles) text.Append($"  {style}\n");
        return text.ToString().TrimEnd();
    }

    private static string ClassOf(StepPlan step)
    {
        if (step.Failed || step.Resources.Any(resource => resource.Verdict == Verdict.Stuck)) return "stuck";
        if (step.Note is not null || step.Resources.Count == 0 || step.Resources.Any(resource => resource.Verdict == Verdict.Unknown)) return "unknown";
        if (step.Resources.Any(resource => resource.Verdict is Verdict.Create or Verdict.Replace)) return "create";
        return step.Resources.All(resource => resource.Verdict == Verdict.Reuse) ? "reuse" : "update";
    }

    private static string Escape(string name) => name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
