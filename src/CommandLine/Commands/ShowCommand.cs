using System.CommandLine;
using System.Text.Json.Nodes;
using Semel.CommandLine.Screens;

namespace Semel.CommandLine.Commands;

/// <summary>Shows one record.</summary>
internal static class ShowCommand
{
    public static Command Of(App app)
    {
        var key = Shared.Key;
        return app.Make("show", "Show a record: what is known of the resource, without its secrets.", [key], async (context, parse) =>
        {
            var (model, instance) = KeyText.Parse(parse.GetValue(key)!);
            var record = await context.Semel.Repository.FindAsync(new ResourceKey(context.Semel.Scope, model, instance), context.Cancelled).ConfigureAwait(false)
                ?? throw new UsageException($"There is no record of {model}/{instance} in '{context.Semel.Scope}'.");
            context.Screen.Json(ToJson(record));
            return ExitCode.Done;
        });
    }

    private static JsonObject ToJson(ResourceRecord record)
    {
        var json = new JsonObject
        {
            ["key"] = KeyText.Of(record.Key),
            ["scope"] = record.Key.Scope,
            ["state"] = Words.Of(record),
            ["id"] = Words.IdOf(record),
            ["generation"] = record.Generation,
            ["version"] = record.Version,
            ["at"] = Words.Of(record.Provenance.At),
            ["run"] = record.Provenance.Run,
            ["writer"] = record.Provenance.Writer,
            ["reason"] = record.Provenance.Reason,
            ["superseded"] = new JsonArray([.. record.Superseded.Select(id => JsonValue.Create(id))]),
        };
        switch (record)
        {
            case LiveRecord live:
                json["createdAt"] = Words.Of(live.CreatedAt);
                json["input"] = live.Input?.DeepClone();
                json["attributes"] = live.Attributes.DeepClone();
                break;
            case DeletingRecord deleting:
                json["attributes"] = deleting.Attributes.DeepClone();
                break;
            case TombstoneRecord gone:
                json["attributes"] = gone.Attributes?.DeepClone();
                break;
            case IntentRecord intent:
                json["input"] = intent.Input.DeepClone();
                json["attempts"] = new JsonArray([.. intent.Attempts.Select(attempt => new JsonObject { ["number"] = attempt.Number, ["sentAt"] = Words.Of(attempt.SentAt), ["state"] = attempt.State.ToString(), ["evidence"] = attempt.Evidence })]);
                break;
        }

        return json;
    }
}
