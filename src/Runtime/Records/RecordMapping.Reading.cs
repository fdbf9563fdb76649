using System.Text.Json;

namespace Semel;

/// <summary>A document of the current format is a record only where it says all that its state needs.</summary>
internal static partial class RecordMapping
{
    public static ResourceRecord ToRecord(RecordDocument document)
    {
        if (document.Version < 1) throw new JsonException("\"version\" is less than 1.");
        if (document.Generation < 1) throw new JsonException("\"generation\" is less than 1.");
        var record = OfState(document, Key(document.Key), Provenance(document.Provenance));
        return record with
        {
            Version = document.Version,
            Superseded = Items(document.Superseded),
            Retiring = Items(document.Retiring),
            MarkerDropped = document.MarkerDropped ?? throw Missing("markerDropped"),
        };
    }

    public static Runner ToRunner(RunnerDocument document) => new(document.Host, document.Process, document.Run, document.Domain, document.Since);

    private static ResourceRecord OfState(RecordDocument document, ResourceKey key, Provenance provenance) => document.State switch
    {
        RecordState.Intent => new IntentRecord
        {
            Key = key,
            Generation = document.Generation,
            Provenance = provenance,
            IdempotencyKey = document.IdempotencyKey ?? throw Missing("idempotencyKey"),
            Marker = document.Marker,
            Fingerprint = document.Fingerprint ?? throw Missing("fingerprint"),
            LookedBefore = document.LookedBefore ?? throw Missing("lookedBefore"),
            Replaces = document.Replaces ?? throw Missing("replaces"),
            SentBy = document.SentBy,
            Operation = document.Operation,
            Runner = ToRunner(document.Runner ?? throw Missing("runner")),
            Attempts = [.. Items(document.Attempts is { Count: > 0 } attempts ? attempts : throw Missing("attempts")).Select(Attempt)],
            Input = document.Input ?? throw Missing("input"),
            Secrets = Secrets(document.Secrets),
        },
        RecordState.Live => new LiveRecord
        {
            Key = key,
            Generation = document.Generation,
            Provenance = provenance,
            Id = document.Id ?? throw Missing("id"),
            CreatedAt = document.CreatedAt ?? throw Missing("createdAt"),
            Adopted = document.Adopted ?? throw Missing("adopted"),
            SeenBy = document.SeenBy,
            Marker = document.Marker,
            Readiness = document.Readiness ?? throw Missing("readiness"),
            PendingFollowUps = Items(document.PendingFollowUps),
            DoneFollowUps = Items(document.DoneFollowUps),
            Duplicates = Items(document.Duplicates),
            InFlightUntil = document.InFlightUntil,
            MovedFrom = Items(document.MovedFrom),
            Fingerprint = document.Fingerprint,
            Input = document.Input,
            Secrets = Secrets(document.Secrets),
            Attributes = document.Attributes ?? throw Missing("attributes"),
            ShownAs = document.ShownAs,
            Withheld = Items(document.Withheld),
            Update = document.Update is { } update ? new(Items(update.Properties), update.Fingerprint, update.InFlightUntil) : null,
        },
        RecordState.Deleting => new DeletingRecord
        {
            Key = key,
            Generation = document.Generation,
            Provenance = provenance,
            Id = document.Id ?? throw Missing("id"),
            CreatedAt = document.CreatedAt,
            Attributes = document.Attributes ?? throw Missing("attributes"),
            Marker = document.Marker,
            SeenBy = document.SeenBy,
        },
        RecordState.Gone => new TombstoneRecord
        {
            Key = key,
            Generation = document.Generation,
            Provenance = provenance,
            Id = document.Id ?? throw Missing("id"),
            Attributes = document.Attributes,
            InFlightUntil = document.InFlightUntil,
        },
        RecordState.Moved => new MovedRecord
        {
            Key = key,
            Generation = document.Generation,
            Provenance = provenance,
            Id = document.Id ?? throw Missing("id"),
            To = document.To ?? throw Missing("to"),
        },
        RecordState.Run => ToRun(document, document.Run ?? throw Missing("run"), key, provenance),
    };

    private static RunRecord ToRun(RecordDocument document, RunDocument run, ResourceKey key, Provenance provenance) => new()
    {
        Key = key,
        Generation = document.Generation,
        Provenance = provenance,
        BegunAt = run.BegunAt,
        EndedAt = run.EndedAt,
        Steps = [.. Items(run.Steps).Select(step => new RunStep(
            step.Name, step.State, step.Reason, step.BegunAt, step.Elapsed,
            [.. Items(step.Resources).Select(resource => new RunResource(resource.Model, resource.Instance, resource.Id, resource.Outcome, resource.Reason))]))],
    };

    /// <summary>The serializer lets null pass where a list needs items.</summary>
    private static IReadOnlyList<T> Items<T>(IReadOnlyList<T>? items)
        where T : class => items is null ? [] : items.Any(item => item is null) ? throw new JsonException("An item of a list is null.") : items;

    private static SecretFingerprints? Secrets(SecretsDocument? document) => document is null ? null
        : document.Values.Values.Any(value => value is null) ? throw new JsonException("A fingerprint is null.") : new(document.KeyId, document.Values);

    private static Attempt Attempt(AttemptDocument document) => new(document.Number, document.SentAt, document.State, document.Evidence, document.Status, document.EndedAt, document.Domain);

    private static Provenance Provenance(ProvenanceDocument document) => new(document.At, document.Run, document.Writer, document.Reason);

    private static ResourceKey Key(KeyDocument document)
    {
        try
        {
            return new(document.Scope, document.Model, document.Instance);
        }
        catch (ArgumentException exception)
        {
            throw new JsonException($"\"key\" is none: {exception.Message}", exception);
        }
    }

    private static JsonException Missing(string property) => new($"\"{property}\" is missing.");
}
