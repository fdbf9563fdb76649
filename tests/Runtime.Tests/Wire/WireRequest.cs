using System.Net.Sockets;

namespace Semel.Runtime.Tests.Wire;

/// <summary>A request that arrived whole, and what its connection can do next.</summary>
internal abstract class WireRequest(Socket socket)
{
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required bool HasCredentials { get; init; }

    public bool IsPost => Method == "POST";

    /// <summary>A whole reply whose body is a JSON object with an id.</summary>
    public abstract Task ReplyAsync(int status, params (string Name, string Value)[] headers);

    /// <summary>The first bytes of a 201; the connection stays open.</summary>
    public abstract Task StartHeadAsync();

    /// <summary>The headers of a 201 and half of its body; the connection stays open.</summary>
    public abstract Task StartBodyAsync();

    /// <summary>FIN: nothing more comes; what the client still sends is read.</summary>
    public void Close() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }
}
