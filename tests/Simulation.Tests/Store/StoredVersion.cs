namespace Semel.Simulation;

/// <summary>One version of a record: what was written, and the bytes that are there.</summary>
internal sealed class StoredVersion(ResourceRecord record, byte[] utf8, bool isWhole)
{
    private static readonly Provenance Nobody = new(default, "", "", "");
    private ulong? _digest;

    public ResourceRecord Record => record;

    public byte[] Utf8 => utf8;

    public bool IsWhole => isWhole;

    /// <summary>The same for the same content: the run's random name and its reasons decide nothing.</summary>
    public ulong Digest => _digest ??= Hash.Of(RecordJson.Write(Anonymous with { Provenance = Nobody })) ^ (IsWhole ? 0UL : 1UL);

    private ResourceRecord Anonymous => record is IntentRecord intent ? intent with { Runner = intent.Runner with { Run = "", Since = default } } : record;
}
