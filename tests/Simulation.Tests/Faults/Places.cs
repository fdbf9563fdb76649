namespace Semel.Simulation;

/// <summary>Groups of places.</summary>
internal static class Places
{
    public static IReadOnlyList<Await> OfProcess { get; } = [.. Await.All.Where(at => at.Phase is not (Phase.Apply or Phase.Start))];

    public static IReadOnlyList<Await> Start { get; } = [new(Verb.Process, Phase.Start)];

    public static IReadOnlyList<Await> Writes { get; } =
        [.. Await.All.Where(at => at.Phase is Phase.WriteIntent or Phase.WriteSettled or Phase.WriteLive or Phase.WriteDeleting or Phase.WriteTombstone)];

    public static IReadOnlyList<Await> Records { get; } = [new(Verb.Record, Phase.Read), .. Writes];

    public static IReadOnlyList<Await> Applies { get; } = [.. Await.All.Where(at => at.Phase == Phase.Apply)];

    public static IReadOnlyList<Await> CreateApplies { get; } = [new(Verb.Post, Phase.Apply), new(Verb.Put, Phase.Apply)];

    public static IReadOnlyList<Await> PostApply { get; } = [new(Verb.Post, Phase.Apply)];

    public static IReadOnlyList<Await> ReadApplies { get; } = [new(Verb.Get, Phase.Apply), new(Verb.List, Phase.Apply)];

    public static IReadOnlyList<Await> ListApply { get; } = [new(Verb.List, Phase.Apply)];

    public static IReadOnlyList<Await> DeleteApply { get; } = [new(Verb.Delete, Phase.Apply)];

    public static IReadOnlyList<Await> ChangeApplies { get; } = [new(Verb.Patch, Phase.Apply), new(Verb.Delete, Phase.Apply)];

    public static IReadOnlyList<Await> Of(Phase phase) => [.. Await.All.Where(at => at.Phase == phase)];

    /// <summary>Where a request is complete and on its way: after its body, or after the connection where it has none.</summary>
    public static IReadOnlyList<Await> Sent { get; } =
        [.. Of(Phase.LastByte), new(Verb.Get, Phase.Connect), new(Verb.List, Phase.Connect), new(Verb.Delete, Phase.Connect)];
}
