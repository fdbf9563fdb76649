using System.Text.Json.Serialization.Metadata;
using Semel.Protocol;
using Semel.Workflows;

namespace Semel;

/// <summary>Idempotent creates over methods of your own, without a generator: as small as a dictionary's <c>GetOrAdd</c>.</summary>
public static class CreateOrGetExtensions
{
    /// <summary>Creates once and remembers the id. It is recorded, and nothing is read again.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What kind of resource it is: <c>Buckets</c>.</param>
    /// <param name="instance">Its name, unique in the model.</param>
    /// <param name="create">Sends the create and returns the id that the API gave.</param>
    /// <param name="cancellationToken">Cancelled after the create was called, it is in doubt.</param>
    /// <exception cref="RejectedException">The API refused; nothing was created, and the next call tries again.</exception>
    /// <exception cref="IndeterminateException">The create may have been applied, and nothing tells.</exception>
    public static Task<Ensured<string>> CreateOrGetAsync(
        this SemelContext semel, string model, string instance, Func<CreateAttempt, CancellationToken, Task<string>> create, CancellationToken cancellationToken = default) =>
        CreateOrGetAsync(semel, model, instance, create, new CreateOrGetOptions<string> { Id = static id => id }, cancellationToken);

    /// <summary>Creates once; afterwards the resource is read by its recorded id, and created anew where it is confirmed to be gone.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What kind of resource it is: <c>Buckets</c>.</param>
    /// <param name="instance">Its name, unique in the model.</param>
    /// <param name="create">Sends the create.</param>
    /// <param name="id">The id that the API gave, as text.</param>
    /// <param name="read">Reads one by its id; null, or an error of status 404 or 410, means that it isn't there.</param>
    /// <param name="cancellationToken">Cancelled after the create was called, it is in doubt.</param>
    /// <inheritdoc cref="CreateOrGetAsync(SemelContext, string, string, Func{CreateAttempt, CancellationToken, Task{string}}, CancellationToken)" path="/exception"/>
    public static Task<Ensured<T>> CreateOrGetAsync<T>(
        this SemelContext semel, string model, string instance, Func<CreateAttempt, CancellationToken, Task<T>> create, Func<T, string?> id,
        Func<string, CancellationToken, Task<T?>> read, CancellationToken cancellationToken = default) =>
        CreateOrGetAsync(semel, model, instance, create, new CreateOrGetOptions<T> { Id = id, Read = read }, cancellationToken);

    /// <summary>Creates once and remembers the value as JSON. Leave secrets out of it: records are plain text.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What kind of resource it is: <c>Buckets</c>.</param>
    /// <param name="instance">Its name, unique in the model.</param>
    /// <param name="create">Sends the create.</param>
    /// <param name="id">The id that the API gave, as text.</param>
    /// <param name="json">How the value is written and read, from a source-generated context.</param>
    /// <param name="cancellationToken">Cancelled after the create was called, it is in doubt.</param>
    /// <inheritdoc cref="CreateOrGetAsync(SemelContext, string, string, Func{CreateAttempt, CancellationToken, Task{string}}, CancellationToken)" path="/exception"/>
    public static Task<Ensured<T>> CreateOrGetAsync<T>(
        this SemelContext semel, string model, string instance, Func<CreateAttempt, CancellationToken, Task<T>> create, Func<T, string?> id,
        JsonTypeInfo<T> json, CancellationToken cancellationToken = default) =>
        CreateOrGetAsync(semel, model, instance, create, new CreateOrGetOptions<T> { Id = id, Json = json }, cancellationToken);

    /// <summary>Creates once, with everything that can be said. It is what generated code calls.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What kind of resource it is: <c>Buckets</c>.</param>
    /// <param name="instance">Its name, unique in the model.</param>
    /// <param name="create">Sends the create: once, and nothing after it.</param>
    /// <param name="how">How one is read, found, updated and deleted, and what the API guarantees.</param>
    /// <param name="cancellationToken">Cancelled after the create was called, it is in doubt.</param>
    /// <exception cref="ArgumentException">Something is declared that rests on what isn't there.</exception>
    /// <exception cref="ConflictException">A resource of that name exists and is not proved to be ours.</exception>
    /// <exception cref="AmbiguousMatchException">Several resources match.</exception>
    /// <exception cref="UnknownException">A read gave no answer that can be trusted; nothing was created.</exception>
    /// <exception cref="ReplacementRequiredException">What is wanted now needs a new resource.</exception>
    /// <exception cref="DriftException">The input changed, and that is declared to be an error.</exception>
    /// <exception cref="FingerprintKeyException">The record's fingerprints of secrets are of another key.</exception>
    /// <exception cref="NotReadyException">The resource is recorded, but it failed or takes longer than the time to wait.</exception>
    /// <exception cref="FollowUpException">The resource is recorded, but a follow-up or an update failed.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">The data repository cannot be read or written.</exception>
    /// <inheritdoc cref="CreateOrGetAsync(SemelContext, string, string, Func{CreateAttempt, CancellationToken, Task{string}}, CancellationToken)" path="/exception"/>
    public static async Task<Ensured<T>> CreateOrGetAsync<T>(
        this SemelContext semel, string model, string instance, Func<CreateAttempt, CancellationToken, Task<T>> create, CreateOrGetOptions<T> how, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(how);
        how.Validate();
        var key = new ResourceKey(semel.Scope, model, instance);
        var remote = new HandWrittenRemote<T>(semel, key, create, how);
        var policy = await HandWrittenPolicy.ForAsync(key, how, semel, cancellationToken).ConfigureAwait(false);
        var call = new EnsureCall(remote, semel, policy, how.Call.MovedFrom is { } earlier ? new ResourceKey(semel.Scope, model, earlier) : null);
        var (done, reason) = await call.EnsureAsync(cancellationToken).ConfigureAwait(false);
        Unknowns.RequireKnown(model, done.Live.Id);
        var value = await remote.ValueAsync(done.Live.Id, done.Body, cancellationToken).ConfigureAwait(false);
        return new Ensured<T>(value, done.Live.Id, done.Outcome, done.Verified, key, done.Live.Generation, reason) { Differences = done.Differences };
    }

    /// <summary>The value alone; what was done is told to <see cref="SemelContext.Observe"/>, the log and the trace.</summary>
    public static async Task<T> ValueAsync<T>(this Task<Ensured<T>> ensuring)
    {
        ArgumentNullException.ThrowIfNull(ensuring);
        return (await ensuring.ConfigureAwait(false)).Value;
    }

    /// <summary>Returns where a status is a success.</summary>
    /// <exception cref="HttpRequestException">It is none.</exception>
    public static void RequireSuccess(int status)
    {
        if (!CreateStatus.IsSuccess(status)) throw new HttpRequestException($"status {status}", null, (System.Net.HttpStatusCode)status);
    }

    /// <summary>The value that was read.</summary>
    /// <exception cref="HttpRequestException">There is none: it says so by its status 404.</exception>
    public static T Present<T>(T? value) where T : struct => value ?? throw new HttpRequestException("there is none", null, System.Net.HttpStatusCode.NotFound);
}
