using Semel.CommandLine.Screens;
using Semel.Workflows;

namespace Semel.CommandLine;

/// <summary>What one command works with.</summary>
internal sealed class CommandContext(SemelContext semel, Screen screen, Signals signals, TimeProvider time, Func<Workflow> define)
{
    private Workflow? _workflow;

    public SemelContext Semel => semel;

    public Screen Screen => screen;

    public TimeProvider Time => time;

    public Workflow Workflow => _workflow ??= define();

    /// <summary>Lets no further step begin.</summary>
    public CancellationToken Stopping => signals.Stopping;

    /// <summary>Cancels what is in flight.</summary>
    public CancellationToken Cancelled => signals.Cancelled;
}
