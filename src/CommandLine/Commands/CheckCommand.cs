using System.CommandLine;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;

namespace Semel.CommandLine.Commands;

/// <summary>Compares the records with the API.</summary>
internal static class CheckCommand
{
    public static Command Of(App app)
    {
        var fix = new Option<bool>("--fix") { Description = "Record what is ours without doubt and not recorded" };
        return app.Make("check", "Compare the records with what the API has: orphans, what is missing, duplicates, doubts.", [fix], async (context, parse) =>
        {
            var check = await context.Workflow.CheckAsync(context.Semel, parse.GetValue(fix), context.Cancelled).ConfigureAwait(false);
            Shared.NoteFailed(context.Screen, check.Failed);
            if (context.Screen.IsJson)
            {
                context.Screen.Json(new JsonObject
                {
                    ["clean"] = check.IsClean,
                    ["checked"] = check.Checked,
                    ["failed"] = new JsonArray([.. check.Failed.Select(step => new JsonObject { ["step"] = step.Step, ["note"] = step.Note })]),
                    ["findings"] = new JsonArray([.. check.Findings.Select(finding => new JsonObject { ["kind"] = finding.Kind.ToString(), ["model"] = finding.Model, ["instance"] = finding.Instance, ["id"] = finding.Id, ["seconds"] = finding.Age?.TotalSeconds, ["fixed"] = finding.Fixed, ["detail"] = finding.Detail })]),
                });
            }

            if (check.Findings.Count > 0)
            {
                context.Screen.Table(["finding", "key", "id", "age", "detail"], [.. check.Findings.Select(finding => (IReadOnlyList<string>)
                    [finding.Fixed ? $"{finding.Kind} (fixed)" : finding.Kind.ToString(), $"{finding.Model}/{finding.Instance}", finding.Id ?? "", finding.Age is { } age ? Words.Of(age) : "", finding.Detail])]);
            }

            context.Screen.Line(check.IsClean ? $"{check.Checked} records are as the API has them" : $"{check.Findings.Count(finding => !finding.Fixed)} findings over {check.Checked} records{(check.Failed.Count == 0 ? "" : $"; {check.Failed.Count} steps cannot be planned, and what they create was not looked for")}", check.IsClean ? "green" : "red");
            return check.IsClean ? ExitCode.Done : check.Failed.Count > 0 ? ExitCode.Failed : ExitCode.Found;
        });
    }
}
