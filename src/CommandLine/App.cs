using System.CommandLine;
using System.CommandLine.Parsing;
using Semel.CommandLine.Commands;
using Semel.CommandLine.Screens;
using Semel.Workflows;

namespace Semel.CommandLine;

/// <summary>The commands, what all of them take, and how their errors end.</summary>
internal sealed class App(SemelAppOptions options, Func<SemelContext, ParseResult, Workflow> define, Signals signals)
{
    private readonly Option<string> _repository = new("--repository") { Description = "Where the records are", HelpName = "place", DefaultValueFactory = _ => options.Repository, Recursive = true };
    private readonly Option<string> _scope = new("--scope") { Description = "What names are unique in", HelpName = "label", DefaultValueFactory = _ => options.Scope, Recursive = true };
    private readonly Option<bool> _json = new("--json") { Description = "Answer with JSON", Recursive = true };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Say every decision and why, on the error stream", Recursive = true };

    public Signals Signals => signals;

    public RootCommand Root()
    {
        var root = new RootCommand(options.Description);
        foreach (var option in new Option[] { _repository, _scope, _json, _verbose }.Concat(options.More))
        {
            option.Recursive = true;
            root.Options.Add(option);
        }

        foreach (var command in new[]
        {
            RunCommand.Of(this), PlanCommand.Of(this), CheckCommand.Of(this), RefreshCommand.Of(this), ListCommand.Of(this), ShowCommand.Of(this), HistoryCommand.Of(this),
            AdoptCommand.Of(this), ResolveCommand.Of(this), MovedCommand.Of(this), DestroyCommand.Of(this), SweepCommand.Of(this), GraphCommand.Of(this),
        }) root.Subcommands.Add(command);
        return root;
    }

    public Command Make(string name, string description, IEnumerable<Symbol> symbols, Func<CommandContext, ParseResult, Task<ExitCode>> act, MissingFolder missing = MissingFolder.IsWrong)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Arguments.Add(argument);
            if (symbol is Option option) command.Options.Add(option);
        }

        command.SetAction(async (parse, _) => (int)await RunAsync(parse, act, missing).ConfigureAwait(false));
        return command;
    }

    /// <summary>Completes the names of steps, where the workflow can be defined.</summary>
    public IEnumerable<string> StepNames(ParseResult parse)
    {
        try
        {
            return Define(parse, NewContext(parse, null)).Steps.Select(step => step.Name);
        }
        catch (Exception)
        {
            return []; // a completion has nobody to tell
        }
    }

    private async Task<ExitCode> RunAsync(ParseResult parse, Func<CommandContext, ParseResult, Task<ExitCode>> act, MissingFolder missing)
    {
        var screen = Screen.Open(parse.GetValue(_json));
        signals.OnStopping = () => screen.Note("stopping: what is in flight is finished; once more to cancel it");
        try
        {
            using var log = parse.GetValue(_verbose) ? new LineLog(Console.Error) : null;
            var semel = NewContext(parse, log);
            if (missing != MissingFolder.IsMade && MissingFolderOf(parse, semel) is { } folder)
            {
                var text = $"There is no folder {folder}: nothing is recorded there.";
                if (missing == MissingFolder.IsWrong) throw new UsageException($"{text} Does --repository name the right one?");
                screen.Note(text);
            }

            return await act(new CommandContext(semel, screen, signals, options.TimeProvider, () => Define(parse, semel)), parse).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (signals.Stopping.IsCancellationRequested)
        {
            screen.Fail("stopped");
            return ExitCode.Stopped;
        }
        catch (Exception exception) when (exception is WorkflowException or StateException or UsageException)
        {
            screen.Fail(exception.Message);
            return exception is UsageException ? ExitCode.Usage : ExitCode.Refused;
        }
        catch (Exception exception) when (exception is SemelException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            screen.Fail(exception.Message);
            return ExitCode.Failed;
        }
    }

    /// <summary>A folder that was named and doesn't exist; of another repository than files nothing is known.</summary>
    private string? MissingFolderOf(ParseResult parse, SemelContext semel) =>
        parse.GetResult(_repository) is { Implicit: false } && semel.Repository is FileDataRepository { Folder: var folder } && !Directory.Exists(folder) ? folder : null;

    private SemelContext NewContext(ParseResult parse, LineLog? log) =>
        new(options.OpenRepository(parse.GetValue(_repository)!), parse.GetValue(_scope)!, options.Options, log, options.TimeProvider);

    private Workflow Define(ParseResult parse, SemelContext semel) => define(semel, parse);
}
