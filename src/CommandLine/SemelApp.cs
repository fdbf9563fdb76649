using System.CommandLine;
using System.CommandLine.Invocation;
using Semel.Workflows;

namespace Semel.CommandLine;

/// <summary>The command line of a program that has one workflow: <c>return await SemelApp.RunAsync(args, "prod", semel => …);</c></summary>
public static class SemelApp
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="scope">What names are unique in: <c>prod</c>; the option <c>--scope</c> goes before it.</param>
    /// <param name="define">Makes the workflow, on models made with this context.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] args, string scope, Func<SemelContext, Workflow> define)
    {
        ArgumentNullException.ThrowIfNull(define);
        return RunAsync(args, new SemelAppOptions { Scope = scope }, (semel, _) => define(semel));
    }

    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="options">What the program says beyond its workflow.</param>
    /// <param name="define">Makes the workflow, on models made with this context; it may read the program's own options, and throw a <see cref="UsageException"/> about them. It sends nothing.</param>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, SemelAppOptions options, Func<SemelContext, ParseResult, Workflow> define)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(define);
        using var signals = new Signals();
        var root = new App(options, define, signals).Root();
        // signals are ours: the first one stops, the second one cancels
        var parse = root.Parse(args);
        if (parse.Action is ParseErrorAction wrong)
        {
            wrong.ShowTypoCorrections = false;
            foreach (var suggestion in Suggestions.For(parse)) await Console.Error.WriteLineAsync(suggestion).ConfigureAwait(false);
        }

        var code = await parse.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, CancellationToken.None).ConfigureAwait(false);
        return parse.Action is ParseErrorAction ? (int)ExitCode.Usage : code;
    }

    /// <summary>The commands with their help, without running one: for documentation.</summary>
    /// <param name="options">What the program says beyond its workflow.</param>
    public static RootCommand Describe(SemelAppOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new App(options, (_, _) => throw new InvalidOperationException("It is only described."), new Signals()).Root();
    }
}
