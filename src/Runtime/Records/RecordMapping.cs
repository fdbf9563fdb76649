using System.Text.Json;

namespace Semel;

/// <summary>Between the records of the runtime and the document that is stored.</summary>
internal static partial class RecordMapping
{
    public static RecordDocument ToDocument(ResourceRecord record) => record switch
    {
        IntentRecord intent => Common(record, RecordState.Intent) with
        {
            IdempotencyKey = intent.IdempotencyKey,
            Marker = intent.Marker,
            Fingerprint = intent.Fingerprint,
            LookedBefore = intent.LookedBefore,
            Replaces = intent.Replaces,
            SentBy = intent.SentBy,
            Operation = intent.Operation,
            Runner = ToDocument(intent.Runner),
            Attempts = [.. intent.Attempts.Select(attempt => new AttemptDocument(attempt.Number, attempt.SentAt, attempt.State, attempt.Evidence, attempt.Status, attempt.EndedAt, attempt.Domain))],
            Input = intent.Input,
            Secrets = ToDocument(intent.Secrets),
        },
        LiveRecord live => Common(record, RecordState.Live) with
        {
            Id = live.Id,
            CreatedAt = live.CreatedAt,
            Adopted = live.Adopted,
            SeenBy = live.SeenBy,
            Marker = live.Marker,
            Readiness = live.Readiness,
            PendingFollowUps = Some(live.PendingFollowUps),
            DoneFollowUps = Some(live.DoneFollowUps),
            Duplicates = Some(live.Duplicates),
            InFlightUntil = live.InFlightUntil,
            MovedFrom = Some(live.MovedFrom),
            Fingerprint = live.Fingerprint,
            Input = live.Input,
            Secrets = ToDocument(live.Secrets),
            Attributes = live.Attributes,
            ShownAs = live.ShownAs,
            Withheld = Some(live.Withheld),
            Update = live.Update is { } update ? new(update.Properties, update.Fingerprint, update.InFlightUntil) : null,
        },
        DeletingRecord deleting => Common(record, RecordState.Deleting) with
        {
            Id = deleting.Id,
            CreatedAt = deleting.CreatedAt,
            Attributes = deleting.Attributes,
            Marker = deleting.Marker,
            SeenBy = deleting.SeenBy,
        },
        TombstoneRecord gone => Common(record, RecordState.Gone) with { Id = gone.Id, Attributes = gone.Attributes, InFlightUntil = gone.InFlightUntil },
        MovedRecord moved => Common(record, RecordState.Moved) with { Id = moved.Id, To = moved.To },
        RunRecord run => Common(record, RecordState.Run) with { Run = new(run.BegunAt, [.. run.Steps.Select(ToDocument)], run.EndedAt) },
        _ => throw new ArgumentException($"No format is known for {record.GetType()}.", nameof(record)),
    };

    public static RunnerDocument ToDocument(Runner runner) => new(runner.Host, runner.Process, runner.Run, runner.Domain, runner.Since);

    private static RunStepDocument ToDocument(RunStep step) => new(
        step.Name, step.State, step.Reason, step.Elapsed,
        [.. step.Resources.Select(resource => new RunResourceDocument(resource.Model, resource.Instance, resource.Id, resource.Outcome, resource.Reason))], step.BegunAt);

    private static SecretsDocument? ToDocument(SecretFingerprints? secrets) => secrets is null ? null : new(secrets.KeyId, secrets.Values);

    private static RecordDocument Common(ResourceRecord record, RecordState state) => new()
    {
        Format = RecordJson.CurrentFormat,
        State = state,
        Version = record.Version,
        Key = new(record.Key.Scope, record.Key.Model, record.Key.Instance),
        Generation = record.Generation,
        Superseded = record.Superseded,
        MarkerDropped = record.MarkerDropped,
        Retiring = Some(record.Retiring),
        Provenance = new(record.Provenance.At, record.Provenance.Run, record.Provenance.Writer, record.Provenance.Reason),
        Checksum = "",
    };

    private static IReadOnlyList<string>? Some(IReadOnlyList<string> items) => items.Count > 0 ? items : null;
}
