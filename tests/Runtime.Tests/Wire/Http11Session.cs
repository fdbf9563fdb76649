using System.Net.Sockets;
using System.Text;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Wire;

/// <summary>The server's end of an HTTP/1.1 connection.</summary>
internal sealed class Http11Session(Socket socket, NetworkStream stream) : IWireSession
{
    public async Task<WireRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await RawConnection.ReadRequestAsync(stream, cancellationToken) is not { } text) return null;
        var line = text.Split(' ', 3);
        return new Request(socket, stream)
        {
            Method = line[0],
            Path = line[1],
            HasCredentials = text.Contains("\r\nAuthorization:", StringComparison.OrdinalIgnoreCase),
        };
    }

    private sealed class Request(Socket socket, NetworkStream stream) : WireRequest(socket)
    {
        private const string Body = """{"id":7}""";

        public override Task ReplyAsync(int status, params (string Name, string Value)[] headers) =>
            WriteAsync($"HTTP/1.1 {status} Reply\r\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}Content-Length: {Body.Length}\r\n\r\n{Body}");

        public override Task StartHeadAsync() => WriteAsync("HTTP/1.1 201 Cre");

        public override Task StartBodyAsync() => WriteAsync($"HTTP/1.1 201 Created\r\nContent-Length: {Body.Length}\r\n\r\n{Body[..4]}");

        private async Task WriteAsync(string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
    }
}
