using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>What the reply to a create means for its resource: whether it names the resource, or an operation that makes it.</summary>
internal sealed class CreateMeaning(HttpClient http, Wanted wanted, Uri address, ResourceServers servers, TimeSpan pollInterval)
{
    private readonly ResourceDescriptor _resource = wanted.Resource;

    public CreateEvent Of(CreateReply reply, IntentRecord intent) => reply switch
    {
        CreateReply.Applied applied => OfSuccess(applied.Status, applied.Body, applied.Headers, intent),
        CreateReply.Ambiguous { Headers: { } headers } bodiless => OfSuccess(bodiless.Status!.Value, null, headers, intent),
        CreateReply.NotApplied rejected => new CreateEvent.NotApplied(rejected.Status, rejected.Problem, rejected.Evidence, rejected.Error, PauseAfter(rejected)),
        CreateReply.Exists exists => new CreateEvent.Exists(exists.Problem, exists.Status),
        CreateReply.Ambiguous ambiguous => new CreateEvent.Ambiguous(ambiguous.Status, ambiguous.Evidence, ambiguous.Error, ambiguous.RetryAfter),
        _ => throw new InvalidOperationException(reply.GetType().Name),
    };

    /// <summary>Only what the API declares not to have looked at may be sent again, and not at once.</summary>
    private TimeSpan? PauseAfter(CreateReply.NotApplied rejected) =>
        rejected.Status is { } status && _resource.RejectsUnread.Contains(status) ? rejected.RetryAfter ?? pollInterval : null;

    private CreateEvent OfSuccess(int status, JsonObject? body, HttpResponseHeaders headers, IntentRecord intent)
    {
        var id = IdIn(body);
        if (status == 202 && _resource.Operation is { } operation && (id is null || IsOfOperation(operation)))
        {
            var (found, refusal) = OperationAddress.Find(operation, body, headers, address, http, servers, wanted.Arguments);
            if (found is not null) return new CreateEvent.Accepted(found.AbsoluteUri);
            if (refusal is not null) return new CreateEvent.Ambiguous(status, refusal);
        }

        if ((wanted.IsChosen || _resource.IdInRequest is not null) && CreateStatus.IsSuccess(status)) id = wanted.Name;
        id ??= headers.Location is { } location ? ResourceLocation.IdIn(location, address, http, servers, _resource, wanted.Arguments) : null;
        return id is null
            ? new CreateEvent.Ambiguous(status, WhyNameless(status, body is null))
            : Applied(id, ShownIn(body), headers, intent);
    }

    private CreateEvent.Applied Applied(string id, JsonObject? shown, HttpResponseHeaders headers, IntentRecord intent)
    {
        bool? carries = shown is null ? null : _resource.Marker is { } field && MarkerWriter.Read(shown, field).Any(marker => marker.ToString() == intent.Marker);
        if (shown is null) IdPath.Write(shown = [], _resource.Id, id);
        return new CreateEvent.Applied(id, shown, carries, IsReplay(headers));
    }

    /// <summary>The resource, where the reply shows it: with an id of its own.</summary>
    private JsonObject? ShownIn(JsonObject? body) =>
        _resource.ReplyIsResource && body is not null && Holder(body) is { } shown
            && (_resource.IdInReply is not null || ResourceReader.IdOf(_resource, shown) is not null) ? shown : null;

    private string? IdIn(JsonObject? body)
    {
        if (body is null) return null;
        if (_resource.IdInReply is { } path) return ResourceReader.Text(body, path) is { Length: > 0 } id ? id : null;
        return Holder(body) is { } holder ? ResourceReader.IdOf(_resource, holder) : null;
    }

    /// <summary>Where the reply holds the resource. Of a list it is the only item: nobody knows which of several was created.</summary>
    private JsonObject? Holder(JsonObject body)
    {
        if (!_resource.ReplyIsList) return ResourceReader.Unwrap(body, _resource.CreateEnvelope);
        return JsonPathAccess.Read(body, _resource.CreateEnvelope ?? CreateReplyReader.Whole) is JsonArray { Count: 1 } list ? list[0] as JsonObject : null;
    }

    /// <summary>An id beside an operation that will name the resource may be the operation's own, unless the descriptor says where the resource's is.</summary>
    private bool IsOfOperation(LongRunningOperation operation) => wanted.IsChosen || (operation.ResourceId is not null && _resource.IdInReply is null);

    private bool IsReplay(HttpResponseHeaders headers) =>
        _resource.IdempotencyKey?.ReplayedHeader is { } name && headers.TryGetValues(name, out var values)
            && !values.All(value => value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase));

    private string WhyNameless(int status, bool isEmpty) =>
        isEmpty ? $"status {status} without a body, and without a Location that names the resource"
        : _resource.ReplyIsList ? "2xx without a list of exactly one resource"
        : $"2xx without an id at '{_resource.IdInReply ?? string.Join('.', new[] { _resource.CreateEnvelope, _resource.Id }.OfType<string>())}'";
}
