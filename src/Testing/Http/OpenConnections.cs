using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace Semel.Testing.Http;

/// <summary>The connections that clients hold open, so that a restart can drop them.</summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<string, ConnectionContext> _open = new();

    public async Task RunAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        _open[connection.ConnectionId] = connection;
        try
        {
            await next(connection);
        }
        finally
        {
            _open.TryRemove(connection.ConnectionId, out _);
        }
    }

    public void AbortAll()
    {
        foreach (ConnectionContext connection in _open.Values) connection.Abort(new ConnectionAbortedException("The server was restarted."));
    }
}
