namespace Semel.Workflows;

/// <summary>Looks after single resources of a workflow by their key.</summary>
public sealed class ResourceCare
{
    private readonly Workflow _workflow;
    private readonly SemelContext _semel;

    internal ResourceCare(Workflow workflow, SemelContext semel) => (_workflow, _semel) = (workflow, semel);

    /// <summary>Records a resource that exists as the key's, once it is proved to be what is meant.</summary>
    /// <param name="model">The model of the key.</param>
    /// <param name="instance">The instance of the key.</param>
    /// <param name="id">The id of the resource.</param>
    /// <param name="name">The name that it has to show; null: it has to carry the key's mark.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictException">It is not what is meant, or another key's; nothing is recorded.</exception>
    /// <exception cref="WorkflowException">No step creates such a resource.</exception>
    /// <exception cref="ArgumentException">It doesn't exist.</exception>
    /// <exception cref="UnknownException">It could not be read.</exception>
    /// <exception cref="StateException">The key has a resource, or a create or delete of it is not finished.</exception>
    public async Task AdoptAsync(string model, string instance, string id, string? name = null, CancellationToken cancellationToken = default) =>
        await (await KindAsync(Key(model, instance), cancellationToken).ConfigureAwait(false)).AdoptAsync(Key(model, instance), id, name, cancellationToken).ConfigureAwait(false);

    /// <summary>Ends the doubt about a create.</summary>
    /// <param name="model">The model of the key.</param>
    /// <param name="instance">The instance of the key.</param>
    /// <param name="createdId">The id of what it made; null: it made nothing.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InvalidOperationException">No create of the key is in doubt.</exception>
    /// <exception cref="WorkflowException">No step creates such a resource.</exception>
    /// <exception cref="ConflictException">The resource is another key's.</exception>
    /// <exception cref="UnknownException">It could not be read, or a POST may still arrive.</exception>
    public async Task ResolveAsync(string model, string instance, string? createdId, CancellationToken cancellationToken = default) =>
        await (await KindAsync(Key(model, instance), cancellationToken).ConfigureAwait(false)).ResolveAsync(Key(model, instance), createdId, cancellationToken).ConfigureAwait(false);

    /// <summary>Moves the record of a resource to another instance; the resource stays.</summary>
    /// <param name="model">The model of both keys.</param>
    /// <param name="from">The instance that it was recorded under.</param>
    /// <param name="to">The instance that it is from now on.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False where nothing was recorded.</returns>
    /// <exception cref="StateException">The new key has a resource, or a create or delete of the old one is not finished.</exception>
    public Task<bool> MoveAsync(string model, string from, string to, CancellationToken cancellationToken = default) =>
        new Move(_semel, Key(model, from), Key(model, to)).RunAsync(cancellationToken);

    private ResourceKey Key(string model, string instance) => new(_semel.Scope, model, instance);

    private async Task<IManagedKind> KindAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        var inventory = await Inventory.TakeAsync(_workflow, _semel, cancellationToken).ConfigureAwait(false);
        return inventory.Kinds.Where(kind => kind.Covers(key)).MaxBy(kind => kind.Prefix.Length)
            ?? throw new WorkflowException(
                $"No step of '{_workflow.Name}' is known to create {key.Model}/{key.Instance}. Known are: {string.Join(", ", inventory.Kinds.Select(kind => $"{kind.Model}/{kind.Prefix}{(kind.Only is null ? "…" : "")}"))}."
                + string.Concat(inventory.Unplanned.Select(step => $" '{step.Step}' could not be planned: {step.Note}.")));
    }
}
