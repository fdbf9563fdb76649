using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>A server that makes one kind of fault after it got the whole request.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly LoopbackApi? _api;
    private readonly RawServer? _raw;
    private int _rawPosts;

    private FaultyServer(LoopbackApi api) => _api = api;

    private FaultyServer(Func<FaultyServer, RawConnection, Task> answer) => _raw = new RawServer(connection =>
    {
        if (connection.IsPost) Interlocked.Increment(ref _rawPosts);
        return answer(this, connection);
    });

    public Uri Address => _api?.Address ?? _raw!.Address;

    /// <summary>Requests that could have been applied: POSTs that arrived whole.</summary>
    public int Posts => _api?.Posts ?? _rawPosts;

    public static async Task<FaultyServer> StartAsync(string fault) => fault switch
    {
        "fin" => new((_, _) => Task.CompletedTask),
        "rst" => new((_, connection) => connection.Reset()),
        "truncated" => new((_, connection) => connection.WriteAsync("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"id\":7")),
        "fin on reuse" => new((server, connection) => server.AnswerGetsAsync(connection)),
        _ => new(await LoopbackApi.StartAsync(context => AnswerAsync(context, fault))),
    };

    public async ValueTask DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
        if (_raw is not null) await _raw.DisposeAsync();
    }

    /// <summary>A GET is answered and its connection stays open for one more request; a POST's connection is closed.</summary>
    private async Task AnswerGetsAsync(RawConnection connection)
    {
        if (connection.IsPost) return;
        await connection.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n");
        var next = await RawConnection.ReadRequestAsync(connection.Stream, connection.Stopping);
        if (next?.StartsWith("POST ", StringComparison.Ordinal) == true) Interlocked.Increment(ref _rawPosts);
    }

    private static async Task AnswerAsync(HttpContext context, string fault)
    {
        if (fault == "abort")
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = fault == "created" ? 201 : int.Parse(fault);
        if (fault[0] == '3') context.Response.Headers.Location = "/elsewhere";
        if (fault == "401") context.Response.Headers.WWWAuthenticate = "Basic realm=\"api\"";
        await context.Response.WriteAsync("""{"id":7,"message":"said the server"}""");
    }
}
