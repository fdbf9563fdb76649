using System.CommandLine;

namespace Semel.CommandLine.Commands;

/// <summary>Renames a resource's key.</summary>
internal static class MovedCommand
{
    public static Command Of(App app)
    {
        var old = new Argument<string>("old") { Description = "The key that it was recorded under", HelpName = KeyText.Form };
        var now = new Argument<string>("new") { Description = "The key that it has from now on, of the same model", HelpName = KeyText.Form };
        return app.Make("moved", "Move the record of a resource to another key; the resource stays.", [old, now], async (context, parse) =>
        {
            var (from, to) = (KeyText.Parse(parse.GetValue(old)!), KeyText.Parse(parse.GetValue(now)!));
            if (from.Model != to.Model) throw new UsageException($"A resource stays of its model: {from.Model} is not {to.Model}.");
            if (!await context.Workflow.Care(context.Semel).MoveAsync(from.Model, from.Instance, to.Instance, context.Cancelled).ConfigureAwait(false))
                throw new UsageException($"There is no record of {from.Model}/{from.Instance} in '{context.Semel.Scope}'.");
            Done.Say(context.Screen, $"{from.Model}/{from.Instance} is {to.Model}/{to.Instance} now");
            return ExitCode.Done;
        });
    }
}
