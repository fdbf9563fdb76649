using Semel.CommandLine.Screens;
using Semel.Workflows;
using Spectre.Console;

namespace Semel.CommandLine.Tests;

/// <summary>What is drawn below the lines of a run.</summary>
[Trait("Feature", "J5")]
public sealed class ProgressTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void AThousandSteps_StayReadable()
    {
        var progress = Progress(1000, out var draw);
        for (var step = 0; step < 700; step++) progress.Report(new WorkflowEvent.Begun($"s{step:000}"));

        var lines = draw();

        Assert.Equal(12, lines.Length);
        Assert.Equal(("0 of 1000 steps are over", "and 690 more are in flight"), (lines[0].Trim(), lines[^1].Trim()));
        Assert.StartsWith("  s009 ", lines[10], StringComparison.Ordinal);
    }

    [Fact]
    public void AWaitOfTheProtocol_IsCountedDown_WithItsReason()
    {
        var progress = Progress(1, out var draw);
        progress.Report(new WorkflowEvent.Begun("server"));
        progress.Report(new WorkflowEvent.Waiting("server", new("prod", "Servers", "web-1"), TimeSpan.FromMinutes(2), "the POST may still arrive"));

        Assert.Matches("server +… 120 s more: the POST may still arrive", draw()[1]);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Matches("server +… 90 s more: the POST may still arrive", draw()[1]);
    }

    private RunProgress Progress(int total, out Func<string[]> draw)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(TextWriter.Null) });
        var progress = new RunProgress(new Screen(console, isTerminal: true, isJson: false), _time, total);
        draw = () =>
        {
            var text = new StringWriter();
            var page = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
            page.Write(progress.Picture());
            return text.ToString().TrimEnd().Split('\n');
        };
        return progress;
    }
}
