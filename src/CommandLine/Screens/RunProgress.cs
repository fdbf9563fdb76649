using System.Collections.Concurrent;
using Semel.Workflows;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Semel.CommandLine.Screens;

/// <summary>What a run does, as it does it: a line for each step that is over; in a terminal, below them, what is in flight, what it waits for and how long still.</summary>
internal sealed class RunProgress(Screen screen, TimeProvider time, int? total, string things = "steps") : IProgress<WorkflowEvent>
{
    private const int MostLines = 10;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, string> _running = [];
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string Reason)> _waiting = [];
    private readonly Lock _lock = new();
    private int _over;
    private int _failed;

    public async Task<T> ShowAsync<T>(Func<Task<T>> run)
    {
        if (!screen.IsTerminal) return await run().ConfigureAwait(false);
        return await screen.Console.Live(Picture()).AutoClear(true).StartAsync(async live =>
        {
            var work = run();
            while (await Task.WhenAny(work, Task.Delay(Frame, time)).ConfigureAwait(false) != work) Draw(live);
            Draw(live);
            return await work.ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    public void Report(WorkflowEvent value)
    {
        switch (value)
        {
            case WorkflowEvent.Begun:
                _running[value.Step] = "";
                break;
            case WorkflowEvent.Decided decided:
                _waiting.TryRemove(value.Step, out _);
                _running[value.Step] = $"{KeyText.Of(decided.Key)}: {decided.Reason}";
                break;
            case WorkflowEvent.Waiting waiting:
                _waiting[value.Step] = (time.GetUtcNow() + waiting.Left, waiting.Reason);
                if (!screen.IsTerminal) Print(value.Step, "waiting", "yellow", $"{waiting.Left.TotalSeconds:0} s more: {waiting.Reason}");
                break;
            case WorkflowEvent.Retrying retrying:
                _waiting[value.Step] = (time.GetUtcNow() + retrying.After, "it is run again then");
                Print(value.Step, "retrying", "yellow", $"in {retrying.After.TotalSeconds:0} s: {retrying.Reason}");
                break;
            case WorkflowEvent.Ended ended:
                _running.TryRemove(value.Step, out _);
                _waiting.TryRemove(value.Step, out _);
                Interlocked.Increment(ref _over);
                if (!ended.Result.IsSuccess) Interlocked.Increment(ref _failed);
                Print(value.Step, Words.Of(ended.Result), Words.ColourOf(ended.Result), Words.Detail(ended.Result));
                break;
        }
    }

    private void Print(string step, string state, string colour, string detail)
    {
        if (screen.IsJson) return;
        lock (_lock) screen.Console.MarkupLine($"  {Markup.Escape(step),-20} [{colour}]{state,-9}[/] {Markup.Escape(detail)}");
    }

    private void Draw(LiveDisplayContext live)
    {
        lock (_lock)
        {
            live.UpdateTarget(Picture());
            live.Refresh();
        }
    }

    /// <summary>How many steps are over, and the first of those in flight: as many as are read at a glance.</summary>
    internal Rows Picture()
    {
        var lines = new List<IRenderable> { new Markup($"[grey]{_over}{(total is null ? "" : $" of {total}")} {things} are over{(_failed > 0 ? $", {_failed} without success" : "")}[/]") };
        foreach (var (step, doing) in _running.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostLines))
        {
            var text = _waiting.TryGetValue(step, out var waiting) && waiting.Until - time.GetUtcNow() is { Ticks: > 0 } left
                ? $"[yellow]{left.TotalSeconds:0} s more:[/] {Markup.Escape(waiting.Reason)}"
                : Markup.Escape(doing);
            lines.Add(new Markup($"  {Markup.Escape(step),-20} … {text}") { Overflow = Overflow.Ellipsis });
        }

        if (_running.Count - MostLines is > 0 and var more) lines.Add(new Markup($"  [grey]and {more} more are in flight[/]"));
        return new Rows(lines);
    }
}
