namespace Semel.Runtime.Tests.Wire;

/// <summary>The server's end of a connection.</summary>
internal interface IWireSession
{
    /// <summary>The next request that arrived whole; null when the client closed.</summary>
    Task<WireRequest?> ReadAsync(CancellationToken cancellationToken);
}
