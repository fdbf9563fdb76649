using System.CommandLine;
using System.Text;

namespace Semel.CommandLine.Tests;

/// <summary>The reference page is written from the commands' own help. SEMEL_WRITE=1 writes it anew.</summary>
public sealed class ReferenceTests
{
    private const string Begin = "<!-- from the help -->\n";

    [Fact, Trait("Feature", "J5")]
    public void CommandsPage_SaysWhatTheHelpSays()
    {
        var path = Path.Combine(Repository.Root, "docs", "commands.md");
        var page = File.ReadAllText(path);
        var head = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        var wanted = head + Reference();
        if (Environment.GetEnvironmentVariable("SEMEL_WRITE") == "1") File.WriteAllText(path, wanted);
        Assert.Equal(wanted, File.ReadAllText(path));
    }

    [Fact, Trait("Feature", "J5")]
    public void EveryCommand_OptionAndArgument_IsDescribed()
    {
        var root = SemelApp.Describe(new SemelAppOptions { Scope = "prod" });
        Assert.Equal(13, root.Subcommands.Count);
        foreach (var command in root.Subcommands)
        {
            Assert.NotEmpty(command.Description!);
            Assert.All(command.Options, option => Assert.NotEmpty(option.Description!));
            Assert.All(command.Arguments, argument => Assert.NotEmpty(argument.Description!));
        }
    }

    private static string Reference()
    {
        var root = SemelApp.Describe(new SemelAppOptions { Scope = "prod" });
        var text = new StringBuilder("\n## Every command takes\n\n");
        Options(text, root.Options.Where(option => option.Recursive));
        foreach (var command in root.Subcommands)
        {
            text.Append($"\n## {string.Join(' ', command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.HelpName}]" : argument.HelpName).Prepend(command.Name))}\n\n{command.Description}\n");
            if (command.Arguments.Count + command.Options.Count > 0) text.Append('\n');
            foreach (var argument in command.Arguments) text.Append($"- `{argument.HelpName}`: {argument.Description}.\n");
            Options(text, command.Options);
        }

        return text.ToString();
    }

    private static void Options(StringBuilder text, IEnumerable<Option> options)
    {
        foreach (var option in options.Where(option => !option.Hidden && option.Name is not ("--help" or "--version")))
            text.Append($"- `{option.Name}{(option.HelpName is { } name ? $" {name}" : "")}`: {option.Description}.\n");
    }
}
