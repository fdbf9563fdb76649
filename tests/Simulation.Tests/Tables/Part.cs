namespace Semel.Simulation;

/// <summary>Parts of the protocol, for faults that strike everywhere and mean something else in each.</summary>
internal enum Part
{
    /// <summary>The fault has one meaning wherever it strikes.</summary>
    Any,

    /// <summary>Locks, reads, lists, waits: nothing is sent that changes anything.</summary>
    Reading,

    /// <summary>The intent's write, until the connection stands.</summary>
    Intending,

    /// <summary>From the first byte of the create to the last byte of its reply.</summary>
    Sending,

    /// <summary>The write of what the create came to.</summary>
    Recording,

    /// <summary>The delete and its records.</summary>
    Deleting,
}

internal static class Parts
{
    /// <summary>Faults of the process itself are told apart by where they strike.</summary>
    public static bool AreToldApart(FaultId fault) => fault is FaultId.Crash or FaultId.Pause or FaultId.Cancel or FaultId.ClockForward or FaultId.ClockBack;

    public static Part Of(FaultId fault, Await at) => AreToldApart(fault) ? Of(at) : Part.Any;

    private static Part Of(Await at) => at switch
    {
        { Verb: Verb.Delete } or { Phase: Phase.WriteDeleting or Phase.WriteTombstone } => Part.Deleting,
        { Phase: Phase.WriteIntent } or { Verb: Verb.Post or Verb.Put, Phase: Phase.Connect } => Part.Intending,
        { Phase: Phase.WriteLive or Phase.WriteSettled } => Part.Recording,
        { Verb: Verb.Post or Verb.Put } => Part.Sending,
        _ => Part.Reading,
    };
}
