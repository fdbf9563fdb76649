using System.Globalization;

namespace Semel;

/// <summary>
/// A document of an earlier format as one of the current format: what that could not say gets the meaning that waits, looks and
/// asks rather than sends.
/// </summary>
internal static class RecordUpgrade
{
    public const int OldestFormat = 1;

    public const int SecondFormat = 2;

    /// <summary>Equal to no domain of a repository: that the runner of an old intent is dead is never proved.</summary>
    public const string UnknownDomain = "unknown (format 1)";

    private const string StatusEvidence = "status ";
    private const string ExistsEvidence = "409 already exists";

    /// <summary>Format 1 kept no flight time; its default is assumed.</summary>
    private static readonly TimeSpan FlightTime = new SemelOptions().FlightTime;

    /// <summary>Format 2 had no fingerprints of secrets, and didn't keep how the API shows what was asked for: both are taken from the next run.</summary>
    public static RecordDocument FromFormat2(RecordDocument old) =>
        old.Input is null ? old : old with { Secrets = new(SecretFingerprints.Unknown.KeyId, SecretFingerprints.Unknown.Values) };

    public static RecordDocument FromFormat1(RecordDocument old) => old.State switch
    {
        RecordState.Intent => old with { MarkerDropped = false, Runner = RunnerOf(old), Attempts = old.Attempts?.Select(WithStatus).ToList() },
        RecordState.Live => old with { Readiness = Readiness.Ready, InFlightUntil = old.CreatedAt + FlightTime },
        RecordState.Gone => old with { MarkerDropped = false, InFlightUntil = old.Provenance.At + FlightTime },
        _ => old with { MarkerDropped = false },
    };

    /// <summary>Only its writer's <c>host/pid</c> is known.</summary>
    private static RunnerDocument RunnerOf(RecordDocument old)
    {
        var writer = old.Provenance.Writer;
        var slash = writer.LastIndexOf('/');
        var process = int.TryParse(writer.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        return new(slash < 0 ? writer : writer[..slash], process, old.Provenance.Run, UnknownDomain, old.Provenance.At);
    }

    /// <summary>Format 1 had the status in the text of the evidence.</summary>
    private static AttemptDocument WithStatus(AttemptDocument attempt) => attempt.Evidence switch
    {
        { } text when text.StartsWith(ExistsEvidence, StringComparison.Ordinal) => attempt with { Status = 409 },
        { Length: >= 10 } text when text.StartsWith(StatusEvidence, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(StatusEvidence.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) => attempt with { Status = status },
        _ => attempt,
    };
}
