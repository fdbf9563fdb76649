using System.Collections.Concurrent;
using System.Net;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Wire;

/// <summary>Every fault behind every client, once.</summary>
public sealed class WireMatrix : IAsyncLifetime
{
    private static readonly TimeSpan Hangs = TimeSpan.FromSeconds(20);

    internal IReadOnlyList<WireCell> Cells { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var places = WireFaults.All.SelectMany(fault => fault.Versions.SelectMany(version => WireClient.All.Select(client => (fault, version, client)))).ToList();
        var cells = new ConcurrentDictionary<int, WireCell>();
        await Parallel.ForAsync(0, places.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            cells[number] = await CellAsync(places[number].version, places[number].fault, places[number].client));
        Cells = [.. cells.OrderBy(cell => cell.Key).Select(cell => cell.Value)];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<WireCell> CellAsync(int version, WireFault fault, WireClient client)
    {
        CreateReply? reply = null;
        var creates = await CountAsync(1, async (http, time, token) => reply = await Create.SendAsync(http, http.BaseAddress!, time: time, cancellationToken: token));
        var actions = await CountAsync(1, async (http, time, token) =>
            await Record.ExceptionAsync(() => new ApiClient(http, NoRepository.Context(time)).SendAsync(new ApiRequest(HttpMethod.Post, "/things"), token)));
        return new WireCell(version, fault, client, (creates, reply!), actions, await BareAsync(() => null), await BareAsync(() => new ByteArrayContent([])), await BareAsync(NewJson));

        Task<int> BareAsync(Func<HttpContent?> body) => CountAsync(client.Together, async (http, time, token) =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(100), time); // HttpClient.Timeout, on a clock that stands still
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, token);
            await Record.ExceptionAsync(() => http.PostAsync("/things", body(), either.Token));
        });

        async Task<int> CountAsync(int together, Func<HttpClient, ManualTime, CancellationToken, Task> send)
        {
            var time = new ManualTime();
            var handlers = client.Handlers();
            var hedging = together == 1 ? handlers.OfType<HedgingHandler>().SingleOrDefault() : null;
            await using var peer = new WirePeer(version, together, listens: !fault.IsRefused, async request =>
            {
                if (hedging is not null && request.IsPost) await hedging.FirstEnd.WaitAsync(Hangs); // the other one was refused: a redirect must not change the message that it is sent with
                await fault.Answer(request, time);
            });
            using (var wire = new SocketsHttpHandler { UseProxy = false, Credentials = new NetworkCredential("user", "password") })
            {
                using var http = NewClient(wire, peer.Address, version, [.. handlers, .. fault.LimitsTries ? new DelegatingHandler[] { new TryLimitHandler(TimeSpan.FromSeconds(10), time) } : []]);
                if (fault.IsWarm) await WarmAsync(wire, http, peer);
                if (fault.EndsIdle && version == 2) await peer.FirstEnd.WaitAsync(Hangs); // HTTP/2 reads on and closes; HTTP/1.1 looks when it wants to use the connection again
                using var hangs = new CancellationTokenSource(Hangs);
                await send(http, time, hangs.Token);
                if (hangs.IsCancellationRequested) throw new TimeoutException($"HTTP/{version}, {fault.Name}, {client.Name} hangs.");
            }

            await peer.DisposeAsync();
            return peer.Posts;
        }
    }

    private static ByteArrayContent NewJson()
    {
        var content = new ByteArrayContent("""{"name":"web-1"}"""u8.ToArray());
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private static HttpClient NewClient(HttpMessageHandler wire, Uri address, int version, DelegatingHandler[] handlers)
    {
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = wire;
            wire = handler;
        }

        return new HttpClient(wire) { BaseAddress = address, DefaultRequestVersion = new Version(version, version == 1 ? 1 : 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    }

    /// <summary>Next to the wire, so that the handlers repeat nothing of it.</summary>
    private static async Task WarmAsync(HttpMessageHandler wire, HttpClient http, WirePeer peer)
    {
        using var invoker = new HttpMessageInvoker(wire, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(http.BaseAddress!, "/things")) { Version = http.DefaultRequestVersion, VersionPolicy = http.DefaultVersionPolicy };
        using var response = await invoker.SendAsync(request, default);
        await response.Content.ReadAsByteArrayAsync();
        await peer.Warm.WaitAsync(Hangs);
    }
}
