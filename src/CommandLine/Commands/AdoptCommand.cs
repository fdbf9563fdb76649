using System.CommandLine;

namespace Semel.CommandLine.Commands;

/// <summary>Takes over a resource.</summary>
internal static class AdoptCommand
{
    public static Command Of(App app)
    {
        var key = Shared.Key;
        var id = new Argument<string>("id") { Description = "The id of the resource", HelpName = "ID" };
        var name = new Option<string?>("--name") { Description = "The name that it has to show; without one it has to carry the key's mark", HelpName = "name" };
        return app.Make("adopt", "Record a resource that exists as a key's, once it is proved to be what is meant.", [key, id, name], async (context, parse) =>
        {
            var (model, instance) = KeyText.Parse(parse.GetValue(key)!);
            await context.Workflow.Care(context.Semel).AdoptAsync(model, instance, parse.GetValue(id)!, parse.GetValue(name), context.Cancelled).ConfigureAwait(false);
            Done.Say(context.Screen, $"{model}/{instance} is '{parse.GetValue(id)}' now");
            return ExitCode.Done;
        }, MissingFolder.IsMade);
    }
}
