using System.Diagnostics;

namespace Semel.Samples.Web;

/// <summary>Kills the process the moment the reply of a POST has arrived, before anybody can record it.</summary>
internal sealed class DieAfterPost(string path) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var reply = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == path && reply.IsSuccessStatusCode)
            Process.GetCurrentProcess().Kill();
        return reply;
    }
}
