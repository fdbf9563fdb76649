using System.Text.Json.Nodes;

namespace Semel;

public sealed partial class ResourceClient<T>
{
    /// <summary>Makes a set under a parent, such as its members or rules, what is wanted: adds what is missing, removes what is wanted no more.</summary>
    /// <remarks>What others added stays, unless <see cref="ResourceDescriptor.OwnsSet"/>. An item is told by its name; where it has none, by all that is wanted of it.</remarks>
    /// <param name="wanted">The bodies of the creates, one an item.</param>
    /// <param name="arguments">The parameters of the create's path: the parent.</param>
    /// <param name="cancellationToken">Cancelled after a first byte was sent, that add or removal is finished by the next run.</param>
    /// <exception cref="ArgumentException">Two of them are one item with different values; nothing was sent.</exception>
    /// <exception cref="ConflictException">Another's item of that name is not as wanted; nothing was sent.</exception>
    /// <exception cref="UnknownException">The set could not be listed, so that nothing was sent; or a read gave no answer that can be trusted.</exception>
    /// <exception cref="RejectedException">The API refused an add or a removal; what came before it is done.</exception>
    /// <exception cref="IndeterminateException">An add may have been applied, and there is no way to find out.</exception>
    /// <exception cref="BusyException">Another runner holds the key of an item.</exception>
    /// <exception cref="StateException">The data repository cannot be read or written.</exception>
    public Task<EnsuredSet> EnsureSetAsync(IEnumerable<View> wanted, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return EnsureSetAsync(wanted.Select(body => ((string?)null, body.Json)), arguments, cancellationToken);
    }

    /// <inheritdoc cref="EnsureSetAsync(IEnumerable{View}, IReadOnlyList{PathArgument}, CancellationToken)"/>
    /// <param name="wanted">The ids that the client chooses; an add has no body.</param>
    /// <param name="arguments">The parameters of the create's path but the id: the parent.</param>
    /// <param name="cancellationToken">Cancelled after a first byte was sent, that add or removal is finished by the next run.</param>
    public Task<EnsuredSet> EnsureSetAsync(IEnumerable<string> wanted, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return EnsureSetAsync(wanted.Select(id => ((string?)id, new JsonObject())), arguments, cancellationToken);
    }

    /// <inheritdoc cref="EnsureSetAsync(IEnumerable{View}, IReadOnlyList{PathArgument}, CancellationToken)"/>
    /// <param name="wanted">The bodies of the creates by the ids that the client chooses.</param>
    /// <param name="arguments">The parameters of the create's path but the id: the parent.</param>
    /// <param name="cancellationToken">Cancelled after a first byte was sent, that add or removal is finished by the next run.</param>
    public Task<EnsuredSet> EnsureSetAsync<TRequest>(IReadOnlyDictionary<string, TRequest> wanted, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken)
        where TRequest : View
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return EnsureSetAsync(wanted.Select(pair => ((string?)pair.Key, pair.Value.Json)), arguments, cancellationToken);
    }

    private Task<EnsuredSet> EnsureSetAsync(IEnumerable<(string? Name, JsonObject Body)> wanted, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken) =>
        new SetReconciler(_http, _semel, _resource, arguments).RunAsync(wanted, cancellationToken);
}
