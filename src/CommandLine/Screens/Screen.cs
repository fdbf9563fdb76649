using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Semel.CommandLine.Screens;

/// <summary>What people and programs read: colours and tables in a terminal, plain lines elsewhere, JSON where it is asked for.</summary>
internal sealed class Screen
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal Screen(IAnsiConsole console, bool isTerminal, bool isJson) => (Console, IsTerminal, IsJson) = (console, isTerminal, isJson);

    public IAnsiConsole Console { get; }

    /// <summary>Lines may be drawn over.</summary>
    public bool IsTerminal { get; }

    public bool IsJson { get; }

    public static Screen Open(bool isJson)
    {
        var isTerminal = !isJson && !System.Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal && !System.Console.IsInputRedirected ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(System.Console.Out),
        });
        if (!isTerminal) console.Profile.Width = int.MaxValue / 2; // lines are not wrapped
        return new Screen(console, isTerminal, isJson);
    }

    /// <summary>A line for people.</summary>
    public void Line(string text, string colour = "default")
    {
        if (!IsJson) Console.MarkupLine($"[{colour}]{Markup.Escape(text)}[/]");
    }

    /// <summary>Something by the way: on the error stream where the output is a program's.</summary>
    public void Note(string text)
    {
        if (IsTerminal) Console.MarkupLine($"[yellow]{Markup.Escape(text)}[/]");
        else System.Console.Error.WriteLine(text);
    }

    public void Fail(string text)
    {
        if (IsJson) Json(new JsonObject { ["error"] = text });
        else if (IsTerminal) Console.MarkupLine($"[red]{Markup.Escape(text)}[/]");
        else System.Console.Error.WriteLine(text);
    }

    public void Json(JsonNode node) => System.Console.Out.WriteLine(node.ToJsonString(Indented));

    /// <summary>A text as it is, such as a graph.</summary>
    public void Raw(string text) => System.Console.Out.WriteLine(text);

    public void Table(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, Func<IReadOnlyList<string>, string>? colour = null)
    {
        if (IsJson) return;
        if (!IsTerminal)
        {
            var widths = heads.Select((head, column) => rows.Select(row => row[column].Length).Append(head.Length).Max()).ToList();
            foreach (var row in rows.Prepend(heads)) System.Console.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            return;
        }

        var table = new Table().Border(TableBorder.Rounded);
        foreach (var head in heads) table.AddColumn(new TableColumn(Markup.Escape(head)));
        foreach (var row in rows) table.AddRow([.. row.Select(cell => $"[{colour?.Invoke(row) ?? "default"}]{Markup.Escape(cell)}[/]")]);
        Console.Write(table);
    }

    /// <summary>Asks, unless the answer was given before.</summary>
    /// <exception cref="UsageException">Nobody can answer.</exception>
    public bool Confirm(string question, bool isGiven)
    {
        if (isGiven) return true;
        if (!Console.Profile.Capabilities.Interactive) throw new UsageException($"{question} Nobody can be asked here: say --yes.");
        return Console.Prompt(new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false });
    }
}
