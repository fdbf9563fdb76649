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
            var (nearest, errors) = known.Select(name => (Name: name, Errors: Distance(word, name))).OrderBy(pair => pair.Errors).ThenBy(pair => pair.Name, StringComparer.Ordinal).FirstOrDefault();
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

    /// <summary>How many letters are missing, too many, wrong, or swapped with their neighbour: the optimal string alignment distance.</summary>
    internal static int Distance(string left, string right)
    {
        var errors = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++) errors[row, 0] = row;
        for (var column = 0; column <= right.Length; column++) errors[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
            {
                var other = errors[row - 1, column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                errors[row, column] = Math.Min(other, Math.Min(errors[row - 1, column], errors[row, column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    errors[row, column] = Math.Min(errors[row, column], errors[row - 2, column - 2] + 1);
            }
        }

        return errors[left.Length, right.Length];
    }
}
