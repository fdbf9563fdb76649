using System.CommandLine;

namespace Semel.CommandLine.Commands;

/// <summary>Ends the doubt about a create.</summary>
internal static class ResolveCommand
{
    public static Command Of(App app)
    {
        var key = Shared.Key;
        var created = new Option<string?>("--created") { Description = "It made the resource of this id", HelpName = "ID" };
        var not = new Option<bool>("--not-created") { Description = "It made nothing, and the next run may create" };
        return app.Make("resolve", "Say what came of a create that stopped as indeterminate.", [key, created, not], async (context, parse) =>
        {
            var (model, instance) = KeyText.Parse(parse.GetValue(key)!);
            var id = parse.GetValue(created);
            if (id is null != parse.GetValue(not)) throw new UsageException("Say --created ID or --not-created.");
            await context.Workflow.Care(context.Semel).ResolveAsync(model, instance, id, context.Cancelled).ConfigureAwait(false);
            Done.Say(context.Screen, id is null ? $"{model}/{instance} was not created" : $"{model}/{instance} is '{id}' now");
            return ExitCode.Done;
        });
    }
}
