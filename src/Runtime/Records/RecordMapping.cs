using System.Text.Json;

namespace Semel;

/// <summary>Between the records of the runtime and the document that is stored.</summary>
internal static class RecordMapping
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
            Runner = new(intent.Runner.Host, intent.Runner.Process, intent.Runner.Run, intent.Runner.Domain, intent.Runner.Since),
            Attempts = [.. intent.Attempts.Select(attempt => new AttemptDocument(attempt.Number, attempt.SentAt, attempt.State, attempt.Evidence, attempt.Status))],
            Input = intent.Input,
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
            Attributes = live.Attributes,
        },
        DeletingRecord deleting => Common(record, RecordState.Deleting) with
        {
            Id = deleting.Id,
            Attributes = deleting.Attributes,
            Marker = deleting.Marker,
            SeenBy = deleting.SeenBy,
        },
        TombstoneRecord gone => Common(record, RecordState.Gone) with { Id = gone.Id, Attributes = gone.Attributes, InFlightUntil = gone.InFlightUntil },
        MovedRecord moved => Common(record, RecordState.Moved) with { Id = moved.Id, To = moved.To },
        _ => throw new ArgumentException($"No format is known for {record.GetType()}.", nameof(record)),
    };

    public static ResourceRecord ToRecord(RecordDocument document)
    {
        if (document.Version < 1) throw new JsonException("\"version\" is less than 1.");
        if (document.Generation < 1) throw new JsonException("\"generation\" is less than 1.");
        return document.State switch
        {
            RecordState.Intent => Intent(document),
            RecordState.Live => Live(document),
            RecordState.Deleting => Deleting(document),
            RecordState.Gone => Gone(document),
            RecordState.Moved => Moved(document),
        };
    }

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

    private static IntentRecord Intent(RecordDocument document) => new()
    {
        Key = Key(document),
        Version = document.Version,
        Generation = document.Generation,
        Superseded = document.Superseded,
        MarkerDropped = document.MarkerDropped ?? throw Missing("markerDropped"),
        Retiring = document.Retiring ?? [],
        Provenance = Provenance(document),
        IdempotencyKey = document.IdempotencyKey ?? throw Missing("idempotencyKey"),
        Marker = document.Marker,
        Fingerprint = document.Fingerprint ?? throw Missing("fingerprint"),
        LookedBefore = document.LookedBefore ?? throw Missing("lookedBefore"),
        Replaces = document.Replaces ?? throw Missing("replaces"),
        SentBy = document.SentBy,
        Operation = document.Operation,
        Runner = Runner(document.Runner ?? throw Missing("runner")),
        Attempts = [.. (document.Attempts ?? throw Missing("attempts")).Select(attempt => new Attempt(attempt.Number, attempt.SentAt, attempt.State, attempt.Evidence, attempt.Status))],
        Input = document.Input ?? throw Missing("input"),
    };

    private static LiveRecord Live(RecordDocument document) => new()
    {
        Key = Key(document),
        Version = document.Version,
        Generation = document.Generation,
        Superseded = document.Superseded,
        MarkerDropped = document.MarkerDropped ?? throw Missing("markerDropped"),
        Retiring = document.Retiring ?? [],
        Provenance = Provenance(document),
        Id = document.Id ?? throw Missing("id"),
        CreatedAt = document.CreatedAt ?? throw Missing("createdAt"),
        Adopted = document.Adopted ?? throw Missing("adopted"),
        SeenBy = document.SeenBy,
        Marker = document.Marker,
        Readiness = document.Readiness ?? throw Missing("readiness"),
        PendingFollowUps = document.PendingFollowUps ?? [],
        DoneFollowUps = document.DoneFollowUps ?? [],
        Duplicates = document.Duplicates ?? [],
        InFlightUntil = document.InFlightUntil,
        MovedFrom = document.MovedFrom ?? [],
        Fingerprint = document.Fingerprint,
        Input = document.Input,
        Attributes = document.Attributes ?? throw Missing("attributes"),
    };

    private static DeletingRecord Deleting(RecordDocument document) => new()
    {
        Key = Key(document),
        Version = document.Version,
        Generation = document.Generation,
        Superseded = document.Superseded,
        MarkerDropped = document.MarkerDropped ?? throw Missing("markerDropped"),
        Retiring = document.Retiring ?? [],
        Provenance = Provenance(document),
        Id = document.Id ?? throw Missing("id"),
        Attributes = document.Attributes ?? throw Missing("attributes"),
        Marker = document.Marker,
        SeenBy = document.SeenBy,
    };

    private static TombstoneRecord Gone(RecordDocument document) => new()
    {
        Key = Key(document),
        Version = document.Version,
        Generation = document.Generation,
        Superseded = document.Superseded,
        MarkerDropped = document.MarkerDropped ?? throw Missing("markerDropped"),
        Retiring = document.Retiring ?? [],
        Provenance = Provenance(document),
        Id = document.Id ?? throw Missing("id"),
        Attributes = document.Attributes,
        InFlightUntil = document.InFlightUntil,
    };

    private static MovedRecord Moved(RecordDocument document) => new()
    {
        Key = Key(document),
        Version = document.Version,
        Generation = document.Generation,
        Superseded = document.Superseded,
        MarkerDropped = document.MarkerDropped ?? throw Missing("markerDropped"),
        Retiring = document.Retiring ?? [],
        Provenance = Provenance(document),
        Id = document.Id ?? throw Missing("id"),
        To = document.To ?? throw Missing("to"),
    };

    private static Runner Runner(RunnerDocument document) => new(document.Host, document.Process, document.Run, document.Domain, document.Since);

    private static IReadOnlyList<string>? Some(IReadOnlyList<string> items) => items.Count > 0 ? items : null;

    private static ResourceKey Key(RecordDocument document)
    {
        try
        {
            return new(document.Key.Scope, document.Key.Model, document.Key.Instance);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException($"\"key\" is none: {exception.Message}", exception);
        }
    }

    private static Provenance Provenance(RecordDocument document) =>
        new(document.Provenance.At, document.Provenance.Run, document.Provenance.Writer, document.Provenance.Reason);

    private static JsonException Missing(string property) => new($"\"{property}\" is missing.");
}
