using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;

namespace Semel.CommandLine.Commands;

/// <summary>Lists the records.</summary>
internal static class ListCommand
{
    public static Command Of(App app)
    {
        var all = new Option<bool>("--all") { Description = "Those of deleted and moved resources too" };
        return app.Make("list", "List the records of the scope.", [all], async (context, parse) =>
        {
            var records = new List<ResourceRecord>();
            await foreach (var record in context.Semel.Repository.ListAsync(context.Semel.Scope, null, context.Cancelled).ConfigureAwait(false))
            {
                if (record is not RunRecord && (parse.GetValue(all) || record is not (TombstoneRecord or MovedRecord))) records.Add(record);
            }

            var now = context.Time.GetUtcNow();
            if (context.Screen.IsJson)
                context.Screen.Json(new JsonArray([.. records.Select(record => new JsonObject { ["key"] = KeyText.Of(record.Key), ["state"] = Words.Of(record), ["id"] = Words.IdOf(record), ["generation"] = record.Generation, ["version"] = record.Version, ["at"] = Words.Of(record.Provenance.At), ["reason"] = record.Provenance.Reason })]));
            else
                context.Screen.Table(["key", "state", "id", "generation", "age", "reason"], [.. records.Select(record => (IReadOnlyList<string>)
                    [KeyText.Of(record.Key), Words.Of(record), Words.IdOf(record), record.Generation.ToString(CultureInfo.InvariantCulture), Words.Of(now - record.Provenance.At), record.Provenance.Reason])]);
            return ExitCode.Done;
        });
    }
}
