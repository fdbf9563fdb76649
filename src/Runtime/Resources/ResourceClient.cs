using System.Text.Json.Nodes;
using Semel.Protocol;
using Semel.Workflows;

namespace Semel;

/// <summary>What a generated model class calls: the protocol for creates and deletes, the plain client for everything else.</summary>
/// <typeparam name="T">The resource's model.</typeparam>
public sealed partial class ResourceClient<T> where T : View, IView<T>
{
    private readonly HttpClient _http;
    private readonly SemelContext _semel;
    private readonly ResourceDescriptor _resource;

    /// <summary>Uses a client whose base address and credentials are set.</summary>
    public ResourceClient(HttpClient http, SemelContext semel, ResourceDescriptor resource)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(semel);
        ArgumentNullException.ThrowIfNull(resource);
        (_http, _semel, _resource) = (http, semel, resource);
        Api = new ApiClient(http, semel, resource.Errors);
    }

    /// <summary>For the operations that are not a create or a delete.</summary>
    public ApiClient Api { get; }

    /// <summary>Creates the resource once: run it twice, get one.</summary>
    /// <param name="instance">The logical name of the resource, unique among those of the same path arguments.</param>
    /// <param name="request">The body of the create.</param>
    /// <param name="arguments">The parameters of the create's path.</param>
    /// <param name="cancellationToken">Cancelled after the first byte was sent, the create is in doubt, and the next run resolves it.</param>
    /// <exception cref="RejectedException">The API refused; nothing was created.</exception>
    /// <exception cref="ConflictException">A resource of that name exists and is not proved to be ours.</exception>
    /// <exception cref="AmbiguousMatchException">Several resources match.</exception>
    /// <exception cref="UnknownException">A read gave no answer that can be trusted; nothing was created.</exception>
    /// <exception cref="IndeterminateException">A POST may have been applied, and the API offers no way to find out.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">The data repository cannot be read or written.</exception>
    public Task<Ensured<T>> CreateAsync(string instance, View request, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken) =>
        CreateAsync(instance, request, arguments, new CreateOptions<T>(), cancellationToken);

    /// <inheritdoc cref="CreateAsync(string, View, IReadOnlyList{PathArgument}, CancellationToken)"/>
    /// <param name="instance">The logical name of the resource, unique among those of the same path arguments.</param>
    /// <param name="request">The body of the create.</param>
    /// <param name="arguments">The parameters of the create's path.</param>
    /// <param name="options">What this call says beyond its request.</param>
    /// <param name="cancellationToken">Cancelled after the first byte was sent, the create is in doubt, and the next run resolves it.</param>
    /// <exception cref="NotReadyException">The resource is recorded, but it failed or takes longer than the time to wait.</exception>
    /// <exception cref="DuplicateException">The API made more than one, though it promised not to.</exception>
    /// <exception cref="FollowUpException">The resource is recorded, but a follow-up failed.</exception>
    /// <exception cref="ReplacementRequiredException">What is wanted now needs a new resource.</exception>
    /// <exception cref="DriftException">The resource is not as it is wanted, and that is declared to be an error.</exception>
    /// <exception cref="FingerprintKeyException">The record's fingerprints of secrets are of another key.</exception>
    public Task<Ensured<T>> CreateAsync(string instance, View request, IReadOnlyList<PathArgument> arguments, CreateOptions<T> options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CreateAsync(instance, request.Json, arguments, call: null, options, cancellationToken);
    }

    /// <summary>Creates the resource once, with parameters beside the path's, or with a body that isn't <c>application/json</c>.</summary>
    /// <param name="instance">The logical name of the resource, unique among those of the same path arguments.</param>
    /// <param name="request">The create: the parameters of its path but the id, the others, and the body, an object. Only what it carries is taken from it; it is sent as the resource's description says.</param>
    /// <param name="options">What this call says beyond its request.</param>
    /// <param name="cancellationToken">Cancelled after the first byte was sent, the create is in doubt, and the next run resolves it.</param>
    /// <inheritdoc cref="CreateAsync(string, View, IReadOnlyList{PathArgument}, CreateOptions{T}, CancellationToken)" path="/exception"/>
    /// <exception cref="ArgumentException">Its files are longer than a create holds.</exception>
    public Task<Ensured<T>> CreateAsync(string instance, ApiRequest request, CreateOptions<T> options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var taken = request.Take();
        return CreateAsync(instance, taken.BodyObject, taken, options, cancellationToken);
    }

    /// <summary>Reads a resource by its id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="request">The read.</param>
    /// <param name="codec">How the reply is read.</param>
    /// <param name="envelope">Property path of the value in the reply; null where the reply is the value.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="GoneException">The record says that it was deleted; nothing was sent.</exception>
    /// <exception cref="ApiException">The reply is no 2xx, lacks the value, or did not come in time.</exception>
    public async Task<TReply> ReadAsync<TReply>(string id, ApiRequest request, JsonCodec<TReply> codec, string? envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await FindAliveAsync(id, request, cancellationToken).ConfigureAwait(false);
        return await Api.SendAsync(request, codec, envelope, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends an update; where its body sets the field that carries our marker, the marker stays in it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="request">The update with its body.</param>
    /// <param name="codec">How the reply is read.</param>
    /// <param name="envelope">Property path of the value in the reply; null where the reply is the value.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="GoneException">The record says that it was deleted; nothing was sent.</exception>
    /// <exception cref="ApiException">The reply is no 2xx, lacks the value, or did not come in time.</exception>
    public async Task<TReply> UpdateAsync<TReply>(string id, ApiRequest request, JsonCodec<TReply> codec, string? envelope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await KeepMarkerAsync(id, request, cancellationToken).ConfigureAwait(false);
        return await Api.SendAsync(request, codec, envelope, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends an update whose reply is not wanted; where its body sets the field that carries our marker, the marker stays in it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="request">The update with its body.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="GoneException">The record says that it was deleted; nothing was sent.</exception>
    /// <exception cref="ApiException">The reply is no 2xx, or there was none in time.</exception>
    public async Task UpdateAsync(string id, ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await KeepMarkerAsync(id, request, cancellationToken).ConfigureAwait(false);
        await Api.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes the resource; the record that names it, if any, becomes a tombstone. One that is gone already is fine.</summary>
    /// <param name="id">The id.</param>
    /// <param name="arguments">The other parameters of the delete's path.</param>
    /// <param name="cancellationToken">Cancelled after the first byte was sent, the delete is finished by the next create of its key.</param>
    /// <exception cref="RejectedException">The API refused; the resource and its record are as they were.</exception>
    /// <exception cref="UnknownException">The API did not confirm the delete, or refused it where an earlier one may have been applied; the next create of its key goes on with it.</exception>
    public Task DeleteAsync(string id, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken) =>
        new DeletionById(_http, _semel, _resource, arguments).RunAsync(id, cancellationToken);

    /// <inheritdoc cref="DeleteAsync(string, IReadOnlyList{PathArgument}, CancellationToken)"/>
    /// <param name="id">The id.</param>
    /// <param name="request">The delete: the parameters of its path but the id, and the others.</param>
    /// <param name="cancellationToken">Cancelled after the first byte was sent, the delete is finished by the next create of its key.</param>
    public Task DeleteAsync(string id, ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new DeletionById(_http, _semel, _resource, request.Arguments, request.Take()).RunAsync(id, cancellationToken);
    }

    /// <summary>Ends the doubt about a create that stopped with an <see cref="IndeterminateException"/>.</summary>
    /// <param name="instance">The logical name of the resource.</param>
    /// <param name="createdId">The id of the resource that the create made, as found by a person; null: it made none, and the next run may create again.</param>
    /// <param name="arguments">The parameters of the create's path.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InvalidOperationException">No create of this instance is in doubt.</exception>
    /// <exception cref="ConflictException">The resource carries another instance's marker, or is recorded as another instance's.</exception>
    /// <exception cref="ArgumentException">It doesn't exist.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">Another runner wrote the record meanwhile.</exception>
    /// <exception cref="UnknownException">The resource could not be read; or it is to be resolved as not created while a POST may still arrive.</exception>
    public Task ResolveAsync(string instance, string? createdId, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken) =>
        new Resolution(_semel, IdentificationOf(new ResourceReader(_http, _semel, _resource, arguments), instance, arguments)).RunAsync(createdId, cancellationToken);

    /// <inheritdoc cref="ResolveAsync(string, string?, IReadOnlyList{PathArgument}, CancellationToken)"/>
    /// <param name="instance">The logical name of the resource.</param>
    /// <param name="createdId">The id of the resource that the create made, as found by a person; null: it made none, and the next run may create again.</param>
    /// <param name="request">The parameters of the create's path, and those that the resource is read with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task ResolveAsync(string instance, string? createdId, ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Resolution(_semel, IdentificationOf(ReaderOf(request), instance, request.Arguments)).RunAsync(createdId, cancellationToken);
    }

    /// <summary>Records a resource that exists already, and that this program did not make, as this instance's. Recorded so already: nothing happens.</summary>
    /// <param name="instance">The logical name of the resource.</param>
    /// <param name="id">The id of the resource.</param>
    /// <param name="name">The name that it has to show; null: it has to carry the instance's marker.</param>
    /// <param name="arguments">The parameters of the create's path: the resource is read under this parent.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictException">The resource has another name, carries another instance's marker or is recorded as another instance's; nothing is recorded.</exception>
    /// <exception cref="ArgumentException">It doesn't exist there.</exception>
    /// <exception cref="UnknownException">It could not be read.</exception>
    /// <exception cref="StateException">The instance has a resource, or a create or delete of it is not finished.</exception>
    public Task AdoptAsync(string instance, string id, string? name, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken) =>
        new Adoption(_semel, IdentificationOf(new ResourceReader(_http, _semel, _resource, arguments), instance, arguments)).RunAsync(id, name, cancellationToken);

    /// <inheritdoc cref="AdoptAsync(string, string, string?, IReadOnlyList{PathArgument}, CancellationToken)"/>
    /// <param name="instance">The logical name of the resource.</param>
    /// <param name="id">The id of the resource.</param>
    /// <param name="name">The name that it has to show; null: it has to carry the instance's marker.</param>
    /// <param name="request">The parameters of the create's path, and those that the resource is read with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task AdoptAsync(string instance, string id, string? name, ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Adoption(_semel, IdentificationOf(ReaderOf(request), instance, request.Arguments)).RunAsync(id, name, cancellationToken);
    }

    /// <summary>Renames an instance: the resource and its id stay, its record moves. Done already, or nothing recorded: nothing happens.</summary>
    /// <param name="from">The instance it was recorded under.</param>
    /// <param name="to">The instance it is from now on.</param>
    /// <param name="arguments">The parameters of the create's path.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="StateException">The new instance has a resource of its own, or a create or delete of the old one is not finished.</exception>
    public Task MoveAsync(string from, string to, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken) =>
        new Move(_semel, KeyOf(from, arguments), KeyOf(to, arguments)).RunAsync(cancellationToken);

    private async Task<Ensured<T>> CreateAsync(string instance, JsonObject body, ApiRequest taken, CreateOptions<T> options, CancellationToken cancellationToken)
    {
        await taken.HoldFilesAsync(cancellationToken).ConfigureAwait(false);
        return await CreateAsync(instance, body, taken.Arguments, taken, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Ensured<T>> CreateAsync(string instance, JsonObject body, IReadOnlyList<PathArgument> arguments, ApiRequest? call, CreateOptions<T> options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.FollowUps.FirstOrDefault(followUp => followUp.Name.StartsWith('$')) is { } reserved)
            throw new ArgumentException($"The follow-up '{reserved.Name}' needs a name that doesn't begin with '$'.", nameof(options));
        var key = KeyOf(instance, arguments);
        var input = (JsonObject)body.DeepClone();
        var secrets = await _semel.FingerprintsOfAsync(key, input, _resource.Secrets, cancellationToken).ConfigureAwait(false);
        var remote = new HttpRemote(_http, _semel, _resource, key, input, secrets, arguments, CreateSettings.Of(options), call);
        if (options.Recreate is Recreate.DeleteFirst or Recreate.CreateFirst && _resource.DeletePath is null)
            throw new ArgumentException($"Recreate.{options.Recreate} deletes the recorded resource, and the API has no delete for {_resource.Model}. Use Recreate.Force.", nameof(options));
        if (_resource is { SecretWrites: SecretWrites.AlwaysWrite, OnDrift: OnDrift.Report or OnDrift.Fail })
            throw new InvalidOperationException($"SecretWrites.AlwaysWrite of {_resource.Model} needs OnDrift.Update or OnDrift.Replace.");
        if (_resource is { OnDrift: OnDrift.Replace, DeletePath: null })
            throw new InvalidOperationException($"OnDrift.Replace of {_resource.Model} needs a delete, and its descriptor names none.");
        if (_resource is { OnExists: OnExists.Update, Update: null } or { OnExists: OnExists.Replace, DeletePath: null })
            throw new InvalidOperationException($"OnExists.{_resource.OnExists} of {_resource.Model} needs {(_resource.OnExists == OnExists.Update ? "an update" : "a delete")}, and its descriptor names none.");
        var ensure = new EnsureCall(remote, _semel, remote.Policy, options.MovedFrom is { } earlier ? KeyOf(earlier, arguments) : null);
        var (done, reason) = await ensure.EnsureAsync(cancellationToken).ConfigureAwait(false);
        return new Ensured<T>(T.Wrap(done.Body), done.Live.Id, done.Outcome, done.Verified, key, done.Live.Generation, reason) { Differences = done.Differences };
    }

    private Identification IdentificationOf(ResourceReader reader, string instance, IReadOnlyList<PathArgument> arguments) =>
        new(_resource, reader, KeyOf(instance, arguments), InstanceName.Prefix(arguments));

    private ResourceReader ReaderOf(ApiRequest request) => new(_http, _semel, _resource, request.Arguments, request.Take());

    private ResourceKey KeyOf(string instance, IReadOnlyList<PathArgument> arguments) =>
        new(_semel.Scope, _resource.Model, InstanceName.Of(instance, arguments));

    private async Task KeepMarkerAsync(string id, ApiRequest request, CancellationToken cancellationToken)
    {
        var record = await FindAliveAsync(id, request, cancellationToken).ConfigureAwait(false);
        if (_resource.Marker is { } field && record is LiveRecord { Marker: { } carried } && Marker.TryFind(carried, out var marker))
            request.Amend(body => MarkerWriter.Keep(body, field, marker));
    }

    /// <summary>The record that names the id, if any; that of a deleted resource is an error.</summary>
    private async Task<ResourceRecord?> FindAliveAsync(string id, ApiRequest request, CancellationToken cancellationToken)
    {
        var own = _resource.IdParameter is { } names ? IdPath.Names(names) : [];
        var parent = request.Arguments.Where(argument => !own.Contains(argument.Name)).ToList();
        var record = await RecordFinder.FindAsync(_semel, _resource, id, parent, cancellationToken).ConfigureAwait(false);
        return record is not TombstoneRecord gone
            ? record
            : throw new GoneException(gone.Key, $"'{id}' of {gone.Key} was deleted at {gone.Provenance.At:u}; nothing was sent. Create it again, or use the id of another resource.", id);
    }
}
