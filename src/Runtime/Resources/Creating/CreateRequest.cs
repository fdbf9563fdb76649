using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Writes the request of one create: the same bytes for the same intent, in whatever process (rule 12).</summary>
internal sealed class CreateRequest
{
    private static readonly int[] PreconditionFailed = [412];

    private readonly HttpClient _http;
    private readonly Wanted _wanted;
    private readonly string _path;
    private readonly SecretScrubber _secrets;
    private readonly Uri? _server;

    /// <summary>What cannot be sent is refused here, before anything is written.</summary>
    /// <exception cref="ArgumentException">An argument of the path or a field of the request does not fit.</exception>
    /// <exception cref="InvalidOperationException">The client has no base address, or the path lacks a value.</exception>
    public CreateRequest(HttpClient http, Wanted wanted, ResourceServers servers)
    {
        (_http, _wanted) = (http, wanted);
        var resource = wanted.Resource;
        _path = PathTemplate.Expand(resource.CreatePath, wanted.IsChosen ? [.. wanted.Arguments, new PathArgument(resource.IdParameter!, wanted.Name!)] : wanted.Arguments);
        _secrets = SecretScrubber.Of(wanted.Input, resource.Secrets);
        _server = servers.AddressOf(Method, resource.CreatePath);
        Address = _server is null ? RequestAddress.Join(http, _path) : RequestAddress.Under(_server, _path);
        if (resource.IdempotencyKey is { } field) KeyWriter.Validate(field, wanted.Body);
        _ = wanted.Call.WriteCreate(wanted.Body);
        if (resource.Operation is { } operation) OperationAddress.Validate(operation, wanted.Arguments);
    }

    /// <summary>Where it goes, without its query.</summary>
    public Uri Address { get; }

    /// <exception cref="ArgumentException">The marker of this generation is longer than the first one's, and finds no room.</exception>
    public CreatePost For(IntentRecord intent, Action beforeFirstByte, TimeSpan timeout)
    {
        var resource = _wanted.Resource;
        var body = (JsonObject)_wanted.Body.DeepClone();
        if (resource.Marker is { } field && Marker.TryFind(intent.Marker, out var marker)) MarkerWriter.Add(body, field, marker);
        if (resource.IdempotencyKey is { } key) KeyWriter.Add(body, key, intent.IdempotencyKey);
        var (bytes, mediaType) = _wanted.Call.WriteCreate(body);
        return new CreatePost
        {
            Method = Method,
            Address = _wanted.Call.AddressOf(_http, _server, _path, resource.IdempotencyKey is { } place ? [.. KeyWriter.Query(place, intent)] : []),
            Body = bytes,
            MediaType = mediaType,
            Headers = [.. HeadersOf(intent)],
            BeforeFirstByte = beforeFirstByte,
            Timeout = timeout,
            RejectsUnread = resource.RejectsUnread,
            SaysExists = IsConditional ? [.. PreconditionFailed, .. resource.SaysExists] : resource.SaysExists,
            TakesAnyJson = resource.ReplyIsList || resource.IdInReply == CreateReplyReader.Whole,
            Secrets = _secrets,
            Template = resource.CreatePath,
            Errors = resource.Errors,
        };
    }

    private HttpMethod Method => _wanted.Resource.CreateMethod;

    private bool IsConditional => _wanted.IsChosen && _wanted.Resource.IfNoneMatch;

    private IEnumerable<KeyValuePair<string, string>> HeadersOf(IntentRecord intent)
    {
        foreach (var header in _wanted.Call.Headers) yield return header;
        if (IsConditional) yield return new("If-None-Match", "*"); // RFC 9110, section 13.1.2
        foreach (var header in _wanted.Resource.IdempotencyKey is { } field ? KeyWriter.Headers(field, intent) : []) yield return header;
    }
}
