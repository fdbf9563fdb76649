using System.CommandLine;
using System.CommandLine.Parsing;

namespace Semel.CommandLine;

/// <summary>For each word that is none of the command line's the nearest one that is. The library's own suggestions don't know the options that a command has from those above it.</summary>
internal static class Suggestions
{
    private const int MostErrors = 3;

    public static IEnumerable<string> For(ParseResult parse)
    {
        foreach (var token in parse.UnmatchedTokens)
        {
            var word = token.Split('=', ':')[0];
            var known = word.StartsWith('-') ? Options(parse.CommandResult) : parse.CommandResult.Command.Subcommands.Select(command => command.Name);
            var (nearest, errors) = known.Select(name => (Name: name, Errors: EditDistance.Between(word, name))).OrderBy(pair => pair.Errors).ThenBy(pair => pair.Name, StringComparer.Ordinal).FirstOrDefault();
            if (nearest is not null && errors <= Math.Min(MostErrors, word.Trim('-').Length / 2)) yield return $"'{word}' is unknown. Did you mean '{nearest}'?";
        }
    }

    /// <summary>The command's own options, and those that it has from the commands above.</summary>
    private static IEnumerable<string> Options(CommandResult result)
    {
        var options = result.Command.Options.AsEnumerable();
        for (var above = result.Parent as CommandResult; above is not null; above = above.Parent as CommandResult) options = options.Concat(above.Command.Options.Where(option => option.Recursive));
        return options.Where(option => !option.Hidden).Select(option => option.Name);
    }
}
