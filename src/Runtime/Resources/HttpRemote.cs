using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>One key's resource behind an HTTP API, as its descriptor says.</summary>
internal sealed class HttpRemote : IRemote
{
    private readonly SemelContext _semel;
    private readonly Wanted _wanted;
    private readonly ResourceReader _reader;
    private readonly ResourceLook _look;
    private readonly CreateRequest _request;
    private readonly CreateExchange _exchange;
    private readonly CreateMeaning _meaning;
    private readonly OperationReader _operations;
    private readonly ResourceUpdater _updater;
    private readonly UpdateOfAdopted _update;

    /// <summary>What cannot be sent is refused here, before anything is written.</summary>
    /// <exception cref="ArgumentException">The request or the descriptor does not fit the API.</exception>
    /// <exception cref="InvalidOperationException">The client has no base address, or a path lacks a value.</exception>
    public HttpRemote(HttpClient http, SemelContext semel, ResourceDescriptor resource, ResourceKey key, JsonObject input, SecretFingerprints? secrets, IReadOnlyList<PathArgument> arguments, CreateSettings settings, ApiRequest? call = null)
    {
        _semel = semel;
        _wanted = new Wanted(resource, key, input, arguments, settings, call);
        var servers = new ResourceServers(http, semel, resource);
        servers.RequireAll();
        _request = new CreateRequest(http, _wanted, servers);
        _reader = new ResourceReader(http, semel, resource, arguments, call);
        _look = new ResourceLook(_wanted, _reader);
        _exchange = new CreateExchange(http, semel.TimeProvider);
        _meaning = new CreateMeaning(http, _wanted, _request.Address, servers, semel.Options.PollInterval);
        _operations = new OperationReader(http, semel, _wanted, _reader);
        _updater = new ResourceUpdater(http, semel, _wanted, _reader);
        _update = new UpdateOfAdopted(_wanted, _updater);
        Policy = PolicyBuilder.For(_wanted, secrets, semel);
        Kind = new ManagedKind(http, semel, resource, arguments, call);
    }

    public IManagedKind? Kind { get; }

    public CreatePolicy Policy { get; }

    public Wanted Wanted => _wanted;

    public async Task<CreateEvent> PostAsync(IntentRecord intent, Deadline deadline, CancellationToken cancellationToken)
    {
        var left = deadline.Left;
        if (left <= TimeSpan.Zero) return new CreateEvent.NotApplied(null, null, "the time for sending it was over before it was sent: the run was held up, or the clock was set. Run again");
        CreatePost post;
        try
        {
            post = _request.For(intent, () => RefuseLate(deadline), left < Policy.CreateTimeout ? left : Policy.CreateTimeout);
        }
        catch (ArgumentException noRoom)
        {
            return new CreateEvent.NotApplied(null, noRoom.Message, "nothing was sent", noRoom);
        }

        return _meaning.Of(await _exchange.SendAsync(post, cancellationToken).ConfigureAwait(false), intent);
    }

    public Task<CreateEvent> LookAsync(CancellationToken cancellationToken) => _look.RunAsync(cancellationToken);

    public async Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken)
    {
        var read = await _reader.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (read is CreateEvent.SeenPresent { Body: { } body } seen && _wanted.Resource.Marker is not null)
        {
            var (ownership, generation) = _wanted.OwnershipOf(body);
            read = seen with { Ownership = ownership, Generation = generation };
        }

        return ReadyCheck.Of(read, _wanted);
    }

    public Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken) => _reader.ListForAsync(id, cancellationToken);

    public Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, Deadline deadline, CancellationToken cancellationToken) =>
        _reader.DeleteAsync(id, marker, keepsIdentity, deadline, cancellationToken);

    public Task<CreateEvent> UpdateAsync(LiveRecord live, IReadOnlyList<Difference> differences, Deadline deadline, CancellationToken cancellationToken) =>
        _updater.RunAsync(live, differences, deadline, cancellationToken);

    public Task<CreateEvent> PollAsync(string operation, CancellationToken cancellationToken) => _operations.PollAsync(operation, cancellationToken);

    public async Task<CreateEvent> FollowUpAsync(string name, JsonObject body, CancellationToken cancellationToken)
    {
        if (name == CreatePolicy.BringUpToDate) return await _update.RunAsync(body, cancellationToken).ConfigureAwait(false);
        var followUp = _wanted.Settings.FollowUps.Single(followUp => followUp.Name == name);
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
    private static void RefuseLate(Deadline deadline)
    {
        if (deadline.IsOver) throw new TimeoutException("the time for sending this create is over");
    }
}
