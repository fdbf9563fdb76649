namespace Semel;

/// <summary>What is done with one instance of a hand-written model beside its create, whichever way it was created.</summary>
public static class InstanceExtensions
{
    /// <summary>Deletes what is recorded for an instance, so that the next create knows it and makes a new one. Nothing recorded: nothing to do.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What records are kept under: the name of the class, or of the interface without its <c>I</c>.</param>
    /// <param name="instance">Its name: the value of the key.</param>
    /// <param name="delete">Deletes one by its id; an error of status 404 or 410 means that it isn't there.</param>
    /// <param name="cancellationToken">Cancelled after the delete was called, it is finished by the next create or delete.</param>
    /// <exception cref="RejectedException">The API refused; the resource and its record are as they were.</exception>
    /// <exception cref="UnknownException">The API did not confirm the delete, or a create of the instance is in doubt.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">The data repository cannot be read or written.</exception>
    public static Task DeleteAsync(this SemelContext semel, string model, string instance, Func<string, CancellationToken, Task> delete, CancellationToken cancellationToken = default) =>
        DeleteAsync(semel, model, instance, new CreateOrGetOptions<string> { Id = static id => id, Delete = delete }, cancellationToken);

    /// <summary>The same with what else is known of the kind: its read and its list confirm that it is gone.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What records are kept under.</param>
    /// <param name="instance">Its name.</param>
    /// <param name="how">The options of its create; <see cref="CreateOrGetOptions{T}.Delete"/> is needed.</param>
    /// <param name="cancellationToken">Cancelled after the delete was called, it is finished by the next create or delete.</param>
    /// <exception cref="ArgumentException">No delete is given.</exception>
    /// <inheritdoc cref="DeleteAsync(SemelContext, string, string, Func{string, CancellationToken, Task}, CancellationToken)" path="/exception"/>
    public static async Task DeleteAsync<T>(this SemelContext semel, string model, string instance, CreateOrGetOptions<T> how, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        ArgumentNullException.ThrowIfNull(how);
        if (how.Delete is null) throw new ArgumentException("A delete needs Delete.", nameof(how));
        var key = new ResourceKey(semel.Scope, model, instance);
        var id = await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false) switch
        {
            LiveRecord live => live.Id,
            DeletingRecord deleting => deleting.Id,
            IntentRecord => throw new UnknownException(key, $"Nothing was deleted: a create of {key} is not finished. Run it again, or call ResolveAsync, and delete it then.", null),
            _ => null,
        };
        if (id is not null) await KindOf(semel, key, how).DeleteAsync(key, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the doubt about a create that stopped with an <see cref="IndeterminateException"/>, whose key says model and instance.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What records are kept under.</param>
    /// <param name="instance">Its name.</param>
    /// <param name="createdId">The id of what the create made, as found by a person; null: it made nothing, and the next run may create again.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InvalidOperationException">No create of this instance is in doubt.</exception>
    /// <exception cref="ConflictException">The resource carries another instance's marker, or is recorded as another instance's.</exception>
    /// <exception cref="UnknownException">It is to be resolved as not created while a create may still arrive; or the resource could not be read.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">Another runner wrote the record meanwhile.</exception>
    public static Task ResolveAsync(this SemelContext semel, string model, string instance, string? createdId, CancellationToken cancellationToken = default) =>
        ResolveAsync(semel, model, instance, createdId, new CreateOrGetOptions<string> { Id = static id => id }, cancellationToken);

    /// <summary>The same with the read of its create, which the resource has to be found by.</summary>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What records are kept under.</param>
    /// <param name="instance">Its name.</param>
    /// <param name="createdId">The id of what the create made; null: it made nothing.</param>
    /// <param name="how">The options of its create.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ArgumentException">The resource doesn't exist.</exception>
    /// <inheritdoc cref="ResolveAsync(SemelContext, string, string, string?, CancellationToken)" path="/exception"/>
    public static Task ResolveAsync<T>(this SemelContext semel, string model, string instance, string? createdId, CreateOrGetOptions<T> how, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        ArgumentNullException.ThrowIfNull(how);
        var key = new ResourceKey(semel.Scope, model, instance);
        return KindOf(semel, key, how).ResolveAsync(key, createdId, cancellationToken);
    }

    private static IManagedKind KindOf<T>(SemelContext semel, ResourceKey key, CreateOrGetOptions<T> how) =>
        new HandWrittenRemote<T>(semel, key, static (_, _) => throw new InvalidOperationException("nothing is created here"), how).Kind;
}
