namespace Semel.CommandLine.Worker;

/// <summary>Dies when the reply of a create has arrived, before anybody can record it; or keeps half a megabyte of each.</summary>
internal sealed class DyingHandler(Death death, bool leaks) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly System.Collections.Concurrent.ConcurrentBag<byte[]> _kept = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = await base.SendAsync(request, cancellationToken);
        if (leaks && request.Method == HttpMethod.Post) _kept.Add(new byte[512 * 1024]);
        if (request.Method == HttpMethod.Post && reply.IsSuccessStatusCode) death.Pass(death.Current, "after-reply");
        return reply;
    }
}
