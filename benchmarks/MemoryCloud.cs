using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Semel.Benchmarks;

/// <summary>Answers for the servers of the small cloud without a network: a list is empty, a create echoes its body with a new id.</summary>
internal sealed class MemoryCloud : HttpMessageHandler
{
    private static readonly byte[] NoServers = """{"servers":[],"links":{"pages":{}},"meta":{"total":0}}"""u8.ToArray();
    private long _lastId;

    public long Creates => _lastId;

    public static HttpClient NewClient(MemoryCloud cloud) => new(cloud) { BaseAddress = new Uri("http://cloud.invalid") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get) return Reply(request, HttpStatusCode.OK, NoServers);
        var server = (JsonObject)JsonNode.Parse(await ReadAsync(request.Content!, cancellationToken))!;
        server["id"] = Interlocked.Increment(ref _lastId);
        server["network_id"] = 1;
        server["tags"] ??= new JsonArray();
        return Reply(request, HttpStatusCode.Accepted, Encoding.UTF8.GetBytes(new JsonObject { ["server"] = server }.ToJsonString()));
    }

    /// <summary>Through a pipe, as a server in the same process gets it: a create's body refuses to be buffered.</summary>
    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        await content.CopyToAsync(pipe.Writer.AsStream(), cancellationToken);
        await pipe.Writer.CompleteAsync();
        var read = await pipe.Reader.ReadAtLeastAsync(int.MaxValue, cancellationToken);
        var body = System.Buffers.BuffersExtensions.ToArray(read.Buffer);
        await pipe.Reader.CompleteAsync();
        return body;
    }

    private static HttpResponseMessage Reply(HttpRequestMessage request, HttpStatusCode status, byte[] body) => new(status)
    {
        RequestMessage = request,
        Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
    };
}
