using System.Net;
using System.Text;

namespace Semel.Generator.Tests.Oddities;

/// <summary>Notes every request as one line, and answers with the next reply; 204 where there is none.</summary>
internal sealed class OddityServer : IAsyncDisposable
{
    private static readonly string[] OfEveryRequest = ["Host", "Connection", "Content-Length", "Transfer-Encoding", "traceparent", "User-Agent"];

    private readonly LoopbackListener _listener;

    public OddityServer() => _listener = new(AnswerAsync);

    public Uri Address => _listener.Address;

    /// <summary><c>POST /things?a=1 | X-Who: me | Content-Type: text/plain | body</c>.</summary>
    public List<string> Sent { get; } = [];

    public Queue<(int Status, string MediaType, string Body)> Replies { get; } = [];

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = request.Headers.AllKeys.OfType<string>().Except(OfEveryRequest, StringComparer.OrdinalIgnoreCase).Where(name => name != "Accept" || request.Headers[name] != "application/json").Order(StringComparer.Ordinal).Select(name => $"{name}: {request.Headers[name]}");
        Sent.Add(string.Join(" | ", [$"{request.HttpMethod} {request.RawUrl}", .. headers, .. body.Length > 0 ? [body] : Array.Empty<string>()]));
        var (status, mediaType, text) = Replies.TryDequeue(out var next) ? next : (204, "", "");
        context.Response.StatusCode = status;
        if (mediaType.Length > 0) context.Response.ContentType = mediaType;
        if (text.Length > 0) await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
        context.Response.Close();
    }
}
