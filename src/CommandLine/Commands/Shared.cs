using System.CommandLine;
using Semel.CommandLine.Screens;
using Semel.Workflows;

namespace Semel.CommandLine.Commands;

/// <summary>Options and arguments that several commands have.</summary>
internal static class Shared
{
    public static Option<string[]> Only(App app) => Steps(app, "--only", "Only these steps, and those that they need");

    public static Option<string[]> Force(App app)
    {
        var force = Steps(app, "--force", "Make new resources in these steps, in all where none is named, and keep the old ids as superseded");
        force.Arity = ArgumentArity.ZeroOrMore;
        return force;
    }

    public static Option<int> Parallel => new("--parallel") { Description = "How many at once", HelpName = "number", DefaultValueFactory = _ => 8 };

    public static Option<bool> Yes => new("--yes") { Description = "Don't ask" };

    public static Argument<string> Key => new("key") { Description = "The resource's key: MODEL/INSTANCE, such as Servers/web-1", HelpName = KeyText.Form };

    /// <summary>The steps that an option names; all where it is given without one.</summary>
    public static IReadOnlyList<string> Forced(ParseResult parse, Option<string[]> force, CommandContext context) =>
        parse.GetResult(force) is not { Implicit: false } ? [] : parse.GetValue(force) is { Length: > 0 } named ? named : [.. context.Workflow.Steps.Select(step => step.Name)];

    /// <summary>Says which steps could not be planned, so that nothing is known of what they create.</summary>
    public static void NoteFailed(Screen screen, IReadOnlyList<StepPlan> failed)
    {
        foreach (var step in failed) screen.Note($"{step.Step}: {step.Note}");
    }

    private static Option<string[]> Steps(App app, string name, string description)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "step", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        option.CompletionSources.Add(context => app.StepNames(context.ParseResult).Select(step => new System.CommandLine.Completions.CompletionItem(step)));
        return option;
    }
}
