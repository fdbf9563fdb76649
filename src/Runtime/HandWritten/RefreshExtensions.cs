using Semel.Protocol;

namespace Semel;

/// <summary>Refreshes records of creates of your own.</summary>
public static class RefreshExtensions
{
    /// <summary>Asks by its recorded id whether a resource is there. One that is gone is said to be, and its record becomes a tombstone.</summary>
    /// <typeparam name="T">What a create returns.</typeparam>
    /// <param name="semel">The data repository, the scope and the options.</param>
    /// <param name="model">What kind of resource it is.</param>
    /// <param name="instance">Its name, unique in the model.</param>
    /// <param name="how">How one is read and listed.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="UnknownException">Whether it is there could not be found out; the record is as it was.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">The record cannot be read or written, or another runner wrote it.</exception>
    public static async Task<Refreshed> RefreshAsync<T>(this SemelContext semel, string model, string instance, CreateOrGetOptions<T> how, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        ArgumentNullException.ThrowIfNull(how);
        var key = new ResourceKey(semel.Scope, model, instance);
        var remote = new HandWrittenRemote<T>(semel, key, static (_, _) => throw new InvalidOperationException("A refresh creates nothing."), how);
        return await new Refresh(semel, key, remote.Kind.Source).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
