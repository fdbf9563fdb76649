using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Reads, lists and deletes one kind of resource; whatever the API does is answered with an event.</summary>
internal sealed class ResourceReader(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments, ApiRequest? call = null, ApiRequest? deleteCall = null) : IResourceRemote
{
    private readonly ApiClient _api = new(http, semel);
    private readonly ResourceProbe _probe = new(http, semel);

    private (string Id, string ETag)? _seen;

    private (string Id, string? Marker, bool KeepsIdentity)? _notConfirmed;

    private readonly ResourceServers _servers = new(http, semel, resource);

    private HelperTags Helpers => new(http, semel, resource, this, arguments, call);

    /// <summary>The text at a property path; of several, <c>name+type</c>, the id of their texts; null where one is missing.</summary>
    public static string? Text(JsonObject json, string path) => IdPath.Read(json, path);

    /// <summary>The id; null where there is none. An empty text names nothing.</summary>
    public static string? IdOf(ResourceDescriptor resource, JsonObject item) => Text(item, resource.Id) is { Length: > 0 } id ? id : null;

    public static JsonObject? Unwrap(JsonObject reply, string? envelope) => Envelope.Read(reply, envelope) as JsonObject;

    /// <summary>The strong ETag that the last read of the resource showed; null where there was none: a weak one can't be matched (RFC 9110, section 13.1.1).</summary>
    public string? ETagOf(string id) => _seen is { } seen && seen.Id == id && !seen.ETag.StartsWith("W/", StringComparison.Ordinal) ? seen.ETag : null;

    public async Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken)
    {
        var isListOfOne = resource.ReadEnvelope == Envelope.OnlyItemOfAll;
        var reply = await _probe.GetAsync(ItemRequest(HttpMethod.Get, resource.ReadPath!, id), isListOfOne ? Envelope.OnlyItemOfAll : null, cancellationToken).ConfigureAwait(false);
        _seen = reply is ReadReply.Present { ETag: { } etag } ? (id, etag) : null;
        return reply switch
        {
            ReadReply.Present present when Unwrap(present.Body, isListOfOne ? null : resource.ReadEnvelope) is { } body && IsOf(body, id) => IsGone(body) ? new CreateEvent.SeenAbsent() : new CreateEvent.SeenPresent(body),
            ReadReply.Present => new CreateEvent.NotKnown(200, $"the reply does not hold the resource '{id}'"),
            ReadReply.Absent => new CreateEvent.SeenAbsent(),
            ReadReply.Unknown unknown => new CreateEvent.NotKnown(unknown.Status, unknown.Evidence, unknown.Error),
            _ => throw new InvalidOperationException(reply.GetType().Name),
        };
    }

    /// <summary>The resource of an id by the best that the API has: a read, a list, or the id alone.</summary>
    public async Task<CreateEvent> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (resource.ReadPath is not null) return await GetAsync(id, cancellationToken).ConfigureAwait(false);
        JsonObject? found = null;
        if (resource.List is null) IdPath.Write(found = [], resource.Id, id);
        else if (await ListAsync(null, null, item => found = IdOf(item) == id ? item : found, cancellationToken).ConfigureAwait(false) is { } failed) return failed;
        return found is null ? new CreateEvent.SeenAbsent() : new CreateEvent.SeenPresent(found);
    }

    public async Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken)
    {
        var there = false;
        if (await ListAsync(null, null, item => there |= IdOf(item) == id, cancellationToken).ConfigureAwait(false) is { } failed) return failed;
        if (there) return new CreateEvent.SeenPresent(null);
        if (_notConfirmed is { } deleted && deleted.Id == id) await Helpers.RemoveAsync(id, deleted.Marker, deleted.KeepsIdentity, cancellationToken).ConfigureAwait(false);
        return new CreateEvent.SeenAbsent();
    }

    /// <summary>The helper resources of the marker go too, once it is sure that the resource is gone: at once, or after 404 when a list lacks it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="marker">The marker that it carries; its helper resources go with it.</param>
    /// <param name="keepsIdentity">Another resource carries the marker's identity.</param>
    /// <param name="deadline">Nothing is sent later: a runner that was paused must not delete what others made meanwhile.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.IsOver) return new CreateEvent.NotKnown(null, "the time for sending this delete was over before it was sent");
        if (resource.DeletePath is null) return new CreateEvent.NotKnown(null, "the API has no delete for it");
        var reply = await _probe.DeleteAsync(DeleteRequest(id), cancellationToken).ConfigureAwait(false);
        if (reply is DeleteReply.Gone { Status: 404 or 410 })
        {
            _notConfirmed = (id, marker, keepsIdentity);
            return new CreateEvent.Deleted(Confirmed: false);
        }

        if (reply is DeleteReply.Gone) await Helpers.RemoveAsync(id, marker, keepsIdentity, cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            DeleteReply.Gone => new CreateEvent.Deleted(),
            DeleteReply.Unknown { Status: { } status } refused when CreateStatus.ProvesNotApplied(status) || status is 409 or 412 or 423 => new CreateEvent.DeleteRefused(status, refused.Evidence, refused.Error),
            DeleteReply.Unknown unknown => new CreateEvent.NotKnown(unknown.Status, unknown.Evidence, unknown.Error),
            _ => throw new InvalidOperationException(reply.GetType().Name),
        };
    }

    /// <summary>Hands every item of every page that is not gone to <paramref name="visit"/>; null when the list was complete, else why it wasn't.</summary>
    public async Task<CreateEvent.NotKnown?> ListAsync(string? parameter, string? value, Action<JsonObject> visit, CancellationToken cancellationToken)
    {
        var list = resource.List!;
        var request = Request(HttpMethod.Get, list.Path, arguments);
        if (parameter is not null) request.Query(parameter, value);
        try
        {
            await foreach (var item in _api.ListAsync(request, Codec.Json, list.Items, list.Paging, cancellationToken).ConfigureAwait(false))
            {
                var shown = item as JsonObject ?? throw new InvalidDataException("an item of the list is not an object");
                if (!IsGone(shown)) visit(shown);
            }

            return null;
        }
        catch (ApiException exception)
        {
            // a list is there, if the address is right
            var where = exception.Status == 404 ? $" HttpClient.BaseAddress is {RequestAddress.WithoutUser(http.BaseAddress!).GetLeftPart(UriPartial.Path)}: it needs the path that the document puts in front of all its paths." : "";
            return new CreateEvent.NotKnown(exception.Status, exception.Message + where, exception);
        }
        catch (InvalidDataException exception)
        {
            return new CreateEvent.NotKnown(200, exception.Message, exception);
        }
    }

    private string? IdOf(JsonObject item) => IdOf(resource, item);

    /// <summary>What shows no id is what was asked for, and is given it.</summary>
    private bool IsOf(JsonObject body, string id)
    {
        if (!resource.ReadShowsId) IdPath.Write(body, resource.Id, id);
        return IdOf(body) == id;
    }

    private bool IsGone(JsonObject body) => resource.Gone is { } gone && PropertyValue.Holds(gone, body);

    private ApiRequest ItemRequest(HttpMethod method, string path, string id) =>
        Request(method, path, [.. arguments, .. IdPath.Arguments(resource.IdParameter!, id)]);

    /// <summary>Who asks for the delete says its parameters; else those that it shares with the create are the create's.</summary>
    private ApiRequest DeleteRequest(string id) => deleteCall is null
        ? ItemRequest(HttpMethod.Delete, resource.DeletePath!, id)
        : Request(HttpMethod.Delete, resource.DeletePath!, [.. arguments, .. IdPath.Arguments(resource.IdParameter!, id)], carried: null).Like(deleteCall);

    private ApiRequest Request(HttpMethod method, string path, IReadOnlyList<PathArgument> values) => Request(method, path, values, call);

    private ApiRequest Request(HttpMethod method, string path, IReadOnlyList<PathArgument> values, ApiRequest? carried)
    {
        var request = _servers.Request(method, path);
        if (carried is not null) request.Like(carried, resource.CarriedParameters);
        foreach (var value in values.Where(value => PathTemplate.HasParameter(path, value.Name))) request.Path(value.Name, value.Value); // an item may live beside its collection
        return request;
    }
}
