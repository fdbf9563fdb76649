namespace Semel.CommandLine.Worker;

/// <summary>Dies when the reply of a create has arrived, before anybody can record it.</summary>
internal sealed class DyingHandler(Death death) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Post && reply.IsSuccessStatusCode) death.Pass(death.Current, "after-reply");
        return reply;
    }
}
