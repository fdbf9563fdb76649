namespace Semel.Simulation;

/// <summary>One history: processes, network, server and repository under a clock and a scheduler that only the chooser moves.</summary>
internal sealed partial class World
{
    /// <summary>Actors from here on are messages.</summary>
    public const int FirstMessage = 1000;

    /// <summary>No history takes more steps; more means that something goes round in circles.</summary>
    private const int MaximumSteps = 20_000;

    /// <summary>Nor does anything look at its clock, decide or log more often than this between two of them.</summary>
    private const int MaximumTouches = 20_000;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly Chooser _chooser;
    private readonly List<Process> _processes = [];
    private readonly List<(int Actor, Step? Step, Message? Message)> _enabled = [];
    private long _order;
    private int _lastActor = -1;
    private Message? _lastMessage;
    private int _steps;
    private int _touches;
    private string? _endless;
    private int _keyFormula = IdempotencyKey.FormulaVersion;

    public World(Setup setup, Chooser chooser)
    {
        (Setup, _chooser) = (setup, chooser);
        Server = new SimulatedServer(setup.Server);
        Network = new Network(this);
        Store = new Store(this);
        Oracle = new Oracle(this);
    }

    public Setup Setup { get; }

    public TimeSpan Now { get; private set; }

    public List<VirtualTimer> Timers { get; } = [];

    public SimulatedServer Server { get; }

    public Network Network { get; }

    public Store Store { get; }

    public Oracle Oracle { get; }

    public IReadOnlyList<Process> Processes => _processes;

    public int Stage { get; private set; }

    /// <summary>Faults are over: only clean runs follow.</summary>
    public bool IsClosing { get; set; }

    /// <summary>The explorer has seen this state: nothing new can follow.</summary>
    public bool IsPruned { get; set; }

    /// <summary>Set by a test that prints a history.</summary>
    public List<string>? Story { get; init; }

    public FaultPlan Faults => Setup.Faults;

    public static string NameOf(int process) => $"run {(char)('A' + process)}";

    public static string NameOfActor(int actor) => actor >= FirstMessage ? $"message {actor - FirstMessage + 1}" : NameOf(actor);

    public long NextOrder() => ++_order;

    public Process Add(ProcessSpec spec)
    {
        var process = new Process(this, _processes.Count, spec, spec.Machine);
        process.Settings.KeyFormula = _keyFormula;
        _processes.Add(process);
        return process;
    }

    /// <summary>Runs until no process of this stage can go on; paused ones stay where they are.</summary>
    public void RunStage(IReadOnlyList<ProcessSpec> specs)
    {
        Stage++;
        foreach (var spec in specs) Begin(Add(spec));
        while (!IsPruned && _processes.Exists(process => process.IsActive)) Turn();
        if (IsPruned) return;
        if (_processes.Exists(process => process.State == ProcessState.Paused && process.PausedInStage < Stage)) ResumePaused();
    }

    /// <summary>Every paused process goes on, an hour later, to its end.</summary>
    public void ResumePaused()
    {
        var paused = _processes.FindAll(process => process.State == ProcessState.Paused && (IsClosing || process.PausedInStage < Stage));
        if (paused.Count == 0) return;
        PassTime(TimeSpan.FromHours(1));
        paused.ForEach(process => process.State = ProcessState.Running);
        while (!IsPruned && _processes.Exists(process => process.IsActive)) Turn();
    }

    /// <summary>Time passes until every message has arrived.</summary>
    public void DeliverEverything()
    {
        while (!IsPruned && Network.InFlight.Count > 0) Turn();
    }

    /// <summary>Nobody runs; what is on its way arrives when it is due.</summary>
    public void PassTime(TimeSpan time)
    {
        var until = Now + time;
        while (!IsPruned && Network.NextDue is { } message && message.Due <= until)
        {
            if (message.Due > Now) Now = message.Due;
            _lastMessage = message;
            Apply(message);
        }

        if (Now < until) Now = until;
    }

    /// <summary>Called by whatever a process does without a step: if nothing else follows, it spins, and the scheduler would never be asked again.</summary>
    public void Touch(Process process)
    {
        if (++_touches <= MaximumTouches) return;
        _endless = $"{NameOf(process.Index)} spins without waiting for anything";
        Kill(process);
        throw new EndlessException(_endless);
    }

    /// <summary>The history so far.</summary>
    public string Described => $"{Setup.Name}: {string.Join("; ", (_chooser as PlannedChooser)?.Taken ?? [])}";

    public void Tell(string what) => Story?.Add($"{Now:hh\\:mm\\:ss} {what}");

    public void AssertThread()
    {
        if (Environment.CurrentManagedThreadId != _thread) throw new HarnessException("A continuation left the scheduler's thread.");
    }

    private void Begin(Process process)
    {
        var start = process.ReachAsync(new(Verb.Process, Phase.Start));
        process.State = ProcessState.Running;
        process.Body = RunAsync(process, start);
    }

    private async Task RunAsync(Process process, Task<FaultId> start)
    {
        await start.ConfigureAwait(false);
        await process.Spec.RunAsync(this, process).ConfigureAwait(false);
        process.State = ProcessState.Ended;
    }
}
