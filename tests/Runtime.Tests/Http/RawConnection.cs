using System.Net.Sockets;
using System.Text;

namespace Semel.Runtime.Tests.Http;

/// <summary>A connection after a whole request arrived on it.</summary>
internal sealed record RawConnection(Socket Socket, NetworkStream Stream, string Request, CancellationToken Stopping)
{
    public bool IsPost => Request.StartsWith("POST ", StringComparison.Ordinal);

    /// <summary>One request with its body, or null when the client closed before it was whole.</summary>
    public static async Task<string?> ReadRequestAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0) return null;
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return text.ToString();
    }

    public async Task WriteAsync(string reply) => await Stream.WriteAsync(Encoding.UTF8.GetBytes(reply), Stopping);

    /// <summary>The connection ends with RST instead of FIN.</summary>
    public Task Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        return Task.CompletedTask;
    }

    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = text.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line[15..])).FirstOrDefault();
        return text.Length - end - 4 >= length;
    }
}
