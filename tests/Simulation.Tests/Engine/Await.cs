namespace Semel.Simulation;

/// <summary>A place where a runner waits, and where a fault can strike: what it talks to and how far it is.</summary>
internal readonly record struct Await(Verb Verb, Phase Phase)
{
    private static readonly Phase[] OfProcess = [Phase.Start, Phase.Timer];
    private static readonly Phase[] OfRecord =
        [Phase.Lock, Phase.Read, Phase.Enumerate, Phase.History, Phase.WriteIntent, Phase.WriteSettled, Phase.WriteLive, Phase.WriteDeleting, Phase.WriteTombstone];
    private static readonly Phase[] OfExchange = [Phase.Connect, Phase.Apply, Phase.FirstReplyByte, Phase.LastReplyByte];
    private static readonly Phase[] OfExchangeWithBody = [Phase.Connect, Phase.FirstByte, Phase.LastByte, Phase.Apply, Phase.FirstReplyByte, Phase.LastReplyByte];

    /// <summary>Every place there is, in the order of the tables.</summary>
    public static IReadOnlyList<Await> All { get; } = [.. Enum.GetValues<Verb>().SelectMany(verb => PhasesOf(verb).Select(phase => new Await(verb, phase)))];

    /// <summary>How many indexes there are.</summary>
    public static int Count { get; } = Enum.GetValues<Verb>().Length * Phases;

    private const int Phases = 32;

    public int Index => ((int)Verb * Phases) + (int)Phase;

    /// <summary>Touches what runners share: only there the order of two runners matters.</summary>
    public bool IsShared => Verb == Verb.Record || Phase == Phase.Apply;

    public override string ToString() => Verb switch
    {
        Verb.Process => Phase == Phase.Start ? "start" : "timer",
        Verb.Record => Words(Phase),
        _ => $"{Verb.ToString().ToUpperInvariant()} {Words(Phase)}",
    };

    private static Phase[] PhasesOf(Verb verb) => verb switch
    {
        Verb.Process => OfProcess,
        Verb.Record => OfRecord,
        Verb.Post or Verb.Put or Verb.Patch => OfExchangeWithBody,
        Verb.Get or Verb.List or Verb.Delete => OfExchange,
    };

    private static string Words(Phase phase) => phase switch
    {
        Phase.Start => "start",
        Phase.Timer => "timer",
        Phase.Lock => "lock",
        Phase.Read => "read state",
        Phase.Enumerate => "enumerate state",
        Phase.History => "read history",
        Phase.WriteIntent => "write intent",
        Phase.WriteSettled => "write settled",
        Phase.WriteLive => "write live",
        Phase.WriteDeleting => "write deleting",
        Phase.WriteTombstone => "write tombstone",
        Phase.Connect => "connect",
        Phase.FirstByte => "first byte",
        Phase.LastByte => "last byte",
        Phase.Apply => "apply",
        Phase.FirstReplyByte => "first reply byte",
        Phase.LastReplyByte => "last reply byte",
    };
}

/// <summary>What is talked to.</summary>
internal enum Verb
{
    Process,
    Record,
    Post,
    Put,
    Patch,
    Get,
    List,
    Delete,
}

/// <summary>How far it is.</summary>
internal enum Phase
{
    Start,
    Timer,
    Lock,
    Read,
    Enumerate,
    History,
    WriteIntent,
    WriteSettled,
    WriteLive,
    WriteDeleting,
    WriteTombstone,
    Connect,
    FirstByte,
    LastByte,
    Apply,
    FirstReplyByte,
    LastReplyByte,
}
