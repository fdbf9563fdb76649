namespace Semel;

public sealed partial class ResourceClient<T>
{
    /// <summary>Reads an instance's recorded resource by its id and records what the API shows. One that is gone is said to be; its last attributes are kept.</summary>
    /// <param name="instance">The logical name of the resource.</param>
    /// <param name="arguments">The parameters of the create's path.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="UnknownException">Whether it is there could not be found out; the record is as it was.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">The record cannot be read or written, or another runner wrote it.</exception>
    public Task<Refreshed> RefreshAsync(string instance, IReadOnlyList<PathArgument> arguments, CancellationToken cancellationToken) =>
        new Refresh(_semel, KeyOf(instance, arguments), RefreshSource.Of(new ResourceReader(_http, _semel, _resource, arguments), _resource)).RunAsync(cancellationToken);

    /// <inheritdoc cref="RefreshAsync(string, IReadOnlyList{PathArgument}, CancellationToken)"/>
    /// <param name="instance">The logical name of the resource.</param>
    /// <param name="request">The parameters of the create's path, and those that the resource is read with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Refreshed> RefreshAsync(string instance, ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Refresh(_semel, KeyOf(instance, request.Arguments), RefreshSource.Of(ReaderOf(request), _resource)).RunAsync(cancellationToken);
    }
}
