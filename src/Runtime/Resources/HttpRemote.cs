using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>One key's resource behind an HTTP API, as its descriptor says.</summary>
internal sealed class HttpRemote : IRemote
{
    private readonly HttpClient _http;
    private readonly SemelContext _semel;
    private readonly ResourceDescriptor _resource;
    private readonly JsonObject _input;
    private readonly CreateSettings _settings;
    private readonly Uri _address;
    private readonly ResourceReader _reader;
    private readonly SecretScrubber _scrubber;
    private readonly Marker _marker;
    private readonly string? _name;

    public HttpRemote(HttpClient http, SemelContext semel, ResourceDescriptor resource, ResourceKey key, JsonObject input, IReadOnlyList<PathArgument> arguments, CreateSettings settings)
    {
        (_http, _semel, _resource, _input, _settings) = (http, semel, resource, input, settings);
        _address = RequestAddress.Join(http, PathTemplate.Expand(resource.CreatePath, arguments)); // what cannot be sent is refused before anything is written
        _reader = new ResourceReader(http, semel, resource, arguments);
        _scrubber = SecretScrubber.Of(input, resource.Secrets);
        _marker = Marker.For(key, 1);
        _name = resource.NameInRequest is { } path ? ResourceReader.Text(input, path) : null;
        if (resource.Marker is { } field) RequireRoom(field);
        Policy = PolicyFor(key);
    }

    public CreatePolicy Policy { get; }

    public async Task<CreateEvent> PostAsync(IntentRecord intent, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var left = deadline - _semel.TimeProvider.GetUtcNow();
        if (left <= TimeSpan.Zero) return new CreateEvent.NotApplied(null, null, "the time for sending it was over before it was sent");
        var body = (JsonObject)_input.DeepClone();
        try
        {
            if (_resource.Marker is { } field) MarkerWriter.Add(body, field, Marker.For(intent.Key, intent.Generation));
        }
        catch (ArgumentException noRoom)
        {
            return new CreateEvent.NotApplied(null, noRoom.Message, "nothing was sent", noRoom);
        }

        var post = new CreatePost
        {
            Address = _address,
            Body = JsonCanonical.GetBytes(body),
            BeforeFirstByte = () => RefuseLate(deadline),
            Timeout = left < Policy.CreateTimeout ? left : Policy.CreateTimeout,
            Secrets = _scrubber,
        };
        var reply = await new CreateExchange(_http, _semel.TimeProvider).SendAsync(post, cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            CreateReply.Applied applied => WhenApplied(applied.Body, intent),
            CreateReply.NotApplied rejected => new CreateEvent.NotApplied(rejected.Status, rejected.Problem, rejected.Evidence, rejected.Error),
            CreateReply.Exists exists => new CreateEvent.Exists(exists.Problem),
            CreateReply.Ambiguous ambiguous => new CreateEvent.Ambiguous(ambiguous.Status, ambiguous.Evidence, ambiguous.Error, ambiguous.RetryAfter),
            _ => throw new InvalidOperationException(reply.GetType().Name),
        };
    }

    public async Task<CreateEvent> LookAsync(CancellationToken cancellationToken)
    {
        if (_reader.NameIsId && Policy.Guarantee != Guarantee.Marker) return await LookByReadAsync(cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<string, Sighting>(StringComparer.Ordinal);
        foreach (var (parameter, value) in Filters())
        {
            if (await _reader.ListAsync(parameter, value, item => Add(found, item), cancellationToken).ConfigureAwait(false) is { } failed) return failed;
        }

        return new CreateEvent.Looked([.. found.Values]);
    }

    public Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken) => _reader.GetAsync(id, cancellationToken);

    public Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken) => _reader.ListForAsync(id, cancellationToken);

    public Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, DateTimeOffset notAfter, CancellationToken cancellationToken) =>
        _reader.DeleteAsync(id, marker, keepsIdentity, notAfter, cancellationToken);

    public Task<CreateEvent> PollAsync(string operation, CancellationToken cancellationToken) => throw new NotSupportedException();

    public async Task<CreateEvent> FollowUpAsync(string name, JsonObject body, CancellationToken cancellationToken)
    {
        var followUp = _settings.FollowUps.Single(followUp => followUp.Name == name);
        try
        {
            await followUp.RunAsync((JsonObject)body.DeepClone(), cancellationToken).ConfigureAwait(false);
            return new CreateEvent.FollowedUp();
        }
        catch (Exception exception)
        {
            return followUp.IsDone?.Invoke(exception) == true ? new CreateEvent.FollowedUp() : new CreateEvent.FollowUpFailed(exception);
        }
    }

    /// <summary>A runner that was paused past the deadline must not send: others may have looked meanwhile.</summary>
    private void RefuseLate(DateTimeOffset deadline)
    {
        if (_semel.TimeProvider.GetUtcNow() > deadline) throw new TimeoutException("the time for sending this create is over");
    }

    /// <summary>An input that cannot carry the marker, or that carries another resource's, is refused before anything is written.</summary>
    private void RequireRoom(MarkerField field)
    {
        if (MarkerWriter.Read(_input, field).FirstOrDefault(marker => !marker.SameIdentity(_marker)) is { } copied)
            throw new ArgumentException($"'{field.Property}' carries '{copied}', the marker of another resource: leave it out, or the two would be taken for one.");
        MarkerWriter.Add((JsonObject)_input.DeepClone(), field, _marker);
    }

    private static string Fingerprint(JsonObject input) => Convert.ToHexStringLower(SHA256.HashData(JsonCanonical.GetBytes(input)));

    private CreatePolicy PolicyFor(ResourceKey key)
    {
        var options = _semel.Options;
        var canLook = _reader.NameIsId || (_resource.List is not null && (_resource.Marker is not null || (_resource.NameInResource is not null && _name is not null)));
        var recorded = Redaction.Copy(_input, _resource.Secrets);
        return new CreatePolicy(
            key, Promised(), (_resource.Verify ?? options.Verify) == Verify.WithGet && _resource.ReadPath is not null,
            _resource.OnExists, _resource.LookFirst, canLook, _resource.Marker is not null, _resource.List is not null,
            new DesiredInput(recorded, Fingerprint(recorded)), _resource.Secrets,
            options.CreateTimeout, options.FlightTime, options.ListLag, options.Credential)
        {
            Runner = _semel.Runner,
            NamePath = _resource.NameInRequest,
            NameIsId = _reader.NameIsId,
            ClockSkew = options.ClockSkew,
            ReadTimeout = options.ReadTimeout,
            ReadyTimeout = options.ReadyTimeout,
            PollInterval = options.PollInterval,
            KeyField = _resource.IdempotencyKey,
            CanRead = _resource.ReadPath is not null,
            CanDelete = _resource.DeletePath is not null,
            ReadsAfterCreate = _resource.ReadPath is not null && (_resource.Ready is not null || _settings.ReadyWhen is not null || !_resource.ReplyIsResource),
            OnFailed = _resource.OnFailed,
            Recreate = _settings.Recreate,
            FollowUps = [.. _settings.FollowUps.Select(followUp => followUp.Name)],
        };
    }

    /// <summary>The guarantee, lowered where this request or the descriptor lacks what it rests on: a name that is unique, a marker that can be found.</summary>
    private Guarantee Promised()
    {
        var named = _name is not null && _resource.NameInResource is not null && (_reader.NameIsId || _resource.List is not null);
        var marked = _resource is { Marker: not null, List: not null };
        return _resource.Guarantee switch
        {
            Guarantee.UniqueName when named => Guarantee.UniqueName,
            Guarantee.UniqueName or Guarantee.Marker when marked => Guarantee.Marker,
            _ => Guarantee.AtMostOnce,
        };
    }

    private CreateEvent WhenApplied(JsonObject reply, IntentRecord intent)
    {
        if (_reader.Unwrap(reply, _resource.CreateEnvelope) is not { } body || _reader.IdOf(body) is not { } id)
            return new CreateEvent.Ambiguous(null, $"2xx without an id at '{string.Join('.', new[] { _resource.CreateEnvelope, _resource.Id }.OfType<string>())}'");
        var carries = _resource.Marker is { } field && MarkerWriter.Read(body, field).Any(marker => marker.ToString() == intent.Marker);
        return new CreateEvent.Applied(id, body, carries);
    }

    /// <summary>The name is the id: one GET answers.</summary>
    private async Task<CreateEvent> LookByReadAsync(CancellationToken cancellationToken)
    {
        var name = _name ?? throw new ArgumentException($"'{_resource.NameInRequest}' names the resource and is its id; set it.");
        return await _reader.GetAsync(name, cancellationToken).ConfigureAwait(false) switch
        {
            CreateEvent.SeenPresent { Body: { } body } => new CreateEvent.Looked([SightingOf(body, name)]),
            CreateEvent.SeenAbsent => new CreateEvent.Looked([]),
            var unknown => unknown,
        };
    }

    /// <summary>The lists that together hold every resource of the name or the marker; the whole list where one of them can't be filtered.</summary>
    private List<(string? Parameter, string? Value)> Filters()
    {
        var list = _resource.List!;
        var filters = new List<(string?, string?)>();
        // a unique name finds the resource alone; its marker then says whose it is
        if (_resource.Marker is { } field && Policy.Guarantee != Guarantee.UniqueName) filters.Add((field.Filter, _marker.IdentityText));
        if (_name is not null && _resource.NameInResource is not null) filters.Add((list.NameFilter, _name));
        return filters.Any(filter => filter.Item1 is null) ? [(null, null)] : filters;
    }

    private void Add(Dictionary<string, Sighting> found, JsonObject item)
    {
        var id = _reader.IdOf(item) ?? throw new InvalidDataException($"an item of the list has no id at '{_resource.Id}'");
        var sighting = SightingOf(item, id);
        if (sighting.HasName || sighting.Ownership == Ownership.Ours) found[id] = sighting;
    }

    private Sighting SightingOf(JsonObject item, string id)
    {
        var markers = _resource.Marker is { } field ? MarkerWriter.Read(item, field).ToList() : [];
        var ours = markers.FindAll(marker => marker.SameIdentity(_marker));
        var ownership = ours.Count > 0 ? Ownership.Ours : markers.Count > 0 ? Ownership.Another : Ownership.Unproven;
        var hasName = _name is not null && _resource.NameInResource is { } path && ResourceReader.Text(item, path) == _name;
        return new Sighting(id, item, ownership, ours.Count > 0 ? ours.Max(marker => marker.Generation) : 0, hasName);
    }
}
