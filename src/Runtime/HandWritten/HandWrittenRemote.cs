using System.Text.Json;
using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>One key's resource behind a caller's own methods.</summary>
internal sealed class HandWrittenRemote<T>(SemelContext semel, ResourceKey key, Func<CreateAttempt, CancellationToken, Task<T>> create, CreateOrGetOptions<T> how) : IRemote
{
    /// <summary>Where a record's attributes hold the id, and the value where it is recorded; no name of an input is such.</summary>
    internal const string IdProperty = "$id";
    private const string ValueProperty = "$value";

    private readonly Dictionary<string, T> _seen = new(StringComparer.Ordinal);

    public IManagedKind Kind => new HandWrittenKind<T>(semel, key, this, how);

    public async Task<CreateEvent> PostAsync(IntentRecord intent, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.IsOver) return new CreateEvent.NotApplied(null, null, "the time for sending it was over before it was sent: the run was held up, or the clock was set. Run again");
        if (cancellationToken.IsCancellationRequested) return new CreateEvent.NotApplied(null, null, "cancelled before the create was called", new OperationCanceledException(cancellationToken));
        var attempt = new CreateAttempt(intent, deadline, how.IdempotencyKey);
        using var timeout = new CancellationTokenSource(deadline.Left, semel.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        CreateEvent happened;
        try
        {
            happened = MeaningOf(await attempt.RunAsync(create, either.Token).ConfigureAwait(false), intent, attempt);
        }
        catch (Exception error)
        {
            happened = AttemptFailure.Of(attempt, error, how.StatusOf, how.RejectsUnread, semel.Options.PollInterval, cancellationToken.IsCancellationRequested);
        }

        return how.IdempotencyKey is null || attempt.IsKeyTaken ? happened : WithoutKey(happened);
    }

    public async Task<CreateEvent> LookAsync(CancellationToken cancellationToken)
    {
        var (found, unknown) = await AskAsync(token => how.Find!(Marker.For(key, 1), token), cancellationToken).ConfigureAwait(false);
        if (unknown is not null) return unknown;
        var sightings = new Dictionary<string, Sighting>(StringComparer.Ordinal);
        foreach (var resource in found!)
        {
            var (ownership, generation) = OwnershipOf(resource.Markers);
            if (resource.HasName || ownership == Ownership.Ours) sightings[resource.Id] = new Sighting(resource.Id, BodyOf(resource.Id), ownership, generation, resource.HasName);
        }

        return new CreateEvent.Looked([.. sightings.Values]);
    }

    public async Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken)
    {
        if (how.Read is not { } read) return await ListForAsync(id, cancellationToken).ConfigureAwait(false);
        var (value, unknown) = await AskAsync(token => read(id, token), cancellationToken).ConfigureAwait(false);
        if (unknown is { Status: 404 or 410 }) return new CreateEvent.SeenAbsent();
        if (unknown is not null) return unknown;
        if (value is null) return new CreateEvent.SeenAbsent();
        try
        {
            if (how.Status?.Invoke(value) is { } status && !CreateStatus.IsSuccess(status))
                return status is 404 or 410 ? new CreateEvent.SeenAbsent() : new CreateEvent.NotKnown(status, $"status {status}");
            if (how.Id(value) is { } shown && shown != id) return new CreateEvent.NotKnown(200, $"the read of '{id}' answered with '{shown}'");
            _seen[id] = value;
            var readiness = how.Call.ReadyWhen?.Invoke(value) ?? Readiness.Ready;
            if (how.Markers is null) return new CreateEvent.SeenPresent(BodyOf(id), readiness);
            var (ownership, generation) = OwnershipOf(how.Markers(value));
            return new CreateEvent.SeenPresent(BodyOf(id), readiness, ownership, generation);
        }
        catch (Exception error)
        {
            return new CreateEvent.NotKnown(200, $"what was read could not be used ({error.GetType().Name})", error);
        }
    }

    public async Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken)
    {
        var (found, unknown) = await AskAsync(how.List!, cancellationToken).ConfigureAwait(false);
        if (unknown is not null) return unknown;
        return found!.Any(resource => resource.Id == id) ? new CreateEvent.SeenPresent(null) : new CreateEvent.SeenAbsent();
    }

    public async Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.IsOver) return new CreateEvent.NotKnown(null, "the time for sending this delete was over before it was sent");
        if (how.Delete is null) return new CreateEvent.NotKnown(null, "there is no delete for it");
        var (_, unknown) = await AskAsync(token => Done(SendDeadline.RunAsync(deadline, () => how.Delete(id, token))), cancellationToken).ConfigureAwait(false);
        if (unknown is null or { Status: 404 or 410 })
        {
            _seen.Remove(id);
            return new CreateEvent.Deleted(Confirmed: unknown is null);
        }

        return unknown.Status is { } status && (CreateStatus.ProvesNotApplied(status) || status is 409 or 412 or 423)
            ? new CreateEvent.DeleteRefused(status, unknown.Evidence, unknown.Cause)
            : unknown;
    }

    public async Task<CreateEvent> UpdateAsync(LiveRecord live, IReadOnlyList<Difference> differences, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.IsOver) return new CreateEvent.NotKnown(null, "the time for sending this update was over before it was sent");
        var (_, unknown) = await AskAsync(token => Done(SendDeadline.RunAsync(deadline, () => how.Update!(live.Id, token))), cancellationToken).ConfigureAwait(false);
        if (unknown is null)
        {
            _seen.Remove(live.Id);
            return new CreateEvent.Updated();
        }

        return unknown.Status is { } status && (CreateStatus.ProvesNotApplied(status) || status is 404 or 409 or 410 or 412 or 423 or 428)
            ? new CreateEvent.UpdateRefused(status, unknown.Evidence, unknown.Cause)
            : unknown;
    }

    public Task<CreateEvent> PollAsync(string operation, CancellationToken cancellationToken) =>
        Task.FromResult<CreateEvent>(new CreateEvent.NotKnown(null, "a hand-written create names no operations; the record is another model's"));

    public async Task<CreateEvent> FollowUpAsync(string name, JsonObject body, CancellationToken cancellationToken)
    {
        var id = body[IdProperty]!.GetValue<string>();
        var followUp = name == CreatePolicy.BringUpToDate ? null : how.Call.FollowUps.Single(followUp => followUp.Name == name);
        try
        {
            if (followUp is null) await how.Update!(id, cancellationToken).ConfigureAwait(false);
            else await followUp.RunAsync(await ValueAsync(id, body, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            return new CreateEvent.FollowedUp();
        }
        catch (Exception exception)
        {
            return followUp?.IsDone?.Invoke(exception) == true ? new CreateEvent.FollowedUp() : new CreateEvent.FollowUpFailed(exception);
        }
    }

    /// <summary>The value of the resource: as this run saw it, as it is recorded, or read.</summary>
    /// <exception cref="UnknownException">It is recorded, and could not be read.</exception>
    public async Task<T> ValueAsync(string id, JsonObject body, CancellationToken cancellationToken)
    {
        if (_seen.TryGetValue(id, out var seen)) return seen;
        if (how.Read is null) return Recorded(id, body);
        return await GetAsync(id, cancellationToken).ConfigureAwait(false) switch
        {
            CreateEvent.SeenPresent => _seen[id],
            CreateEvent.NotKnown unknown => throw UnknownException.Of(key, $"{key} is the resource '{id}' and recorded, but it could not be read ({unknown.Evidence.TrimEnd('.')}).", "Run again.", unknown.Status, unknown.Cause),
            _ => throw new UnknownException(key, $"{key} is the resource '{id}' and recorded, but its read doesn't find it. With Verify.WithGet a confirmed absence creates it anew.", 404),
        };
    }

    private CreateEvent MeaningOf(T value, IntentRecord intent, CreateAttempt attempt)
    {
        if (how.Status?.Invoke(value) is { } status && !CreateStatus.IsSuccess(status))
            return AttemptFailure.OfStatus(status, how.RejectsUnread, attempt.RetryAfter ?? semel.Options.PollInterval, null);
        if (value is null || how.Id(value) is not { } id || string.IsNullOrWhiteSpace(id)) return new CreateEvent.Ambiguous(attempt.Status, "the create returned no id");
        _seen[id] = value;
        return new CreateEvent.Applied(id, BodyOf(id), how.Markers?.Invoke(value).Any(text => Marker.FindAll(text).Any(marker => marker.ToString() == intent.Marker)) ?? false);
    }

    /// <summary>The API can't recognise a repeat of what it got no key of.</summary>
    private CreateEvent WithoutKey(CreateEvent happened)
    {
        Log.KeyNotSent(semel.Logger, key);
        return happened is CreateEvent.Ambiguous doubt ? doubt with { Evidence = $"{CreateProtocol.UnkeyedEvidence}: {doubt.Evidence}" } : happened;
    }

    private (Ownership Ownership, int Generation) OwnershipOf(IEnumerable<string?> texts)
    {
        List<Marker> markers = [.. texts.SelectMany(Marker.FindAll)];
        var ours = markers.FindAll(marker => marker.SameIdentity(Marker.For(key, 1)));
        return ours.Count > 0 ? (Ownership.Ours, ours.Max(marker => marker.Generation)) : (markers.Count > 0 ? Ownership.Another : Ownership.Unproven, 0);
    }

    /// <summary>What is recorded of the resource.</summary>
    public JsonObject BodyOf(string id)
    {
        var body = new JsonObject { [IdProperty] = id };
        if (how.Json is { } json && how.Read is null && _seen.TryGetValue(id, out var value)) body[ValueProperty] = JsonSerializer.SerializeToNode(value, json);
        return body;
    }

    private T Recorded(string id, JsonObject body)
    {
        if (how.Json is { } json && body[ValueProperty] is { } value && value.Deserialize(json) is { } recorded) return recorded;
        return id is T text ? text : throw new StateException($"The record of {key} holds no value of '{id}': it was written without one. Give a Read, or create it anew.");
    }

    private static async Task<bool> Done(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }

    /// <summary>Calls a method of the caller's that asks; what it throws is an answer too.</summary>
    private async Task<(TAnswer? Answer, CreateEvent.NotKnown? Unknown)> AskAsync<TAnswer>(Func<CancellationToken, Task<TAnswer>> ask, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(semel.Options.ReadTimeout, semel.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return (await ask(either.Token).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            var status = AttemptFailure.StatusOf(error, how.StatusOf);
            return (default, new CreateEvent.NotKnown(status, status is { } known ? $"status {known}" : error is OperationCanceledException ? "no reply in time" : $"it threw {SendFailure.Describe(error)}", error));
        }
    }
}
