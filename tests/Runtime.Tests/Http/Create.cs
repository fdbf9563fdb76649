using System.Text;

namespace Semel.Runtime.Tests.Http;

/// <summary>Sends one create, as the executor does.</summary>
internal static class Create
{
    public const string Body = """{"name":"web-1","password":"hunter2-hunter2"}""";

    public static Task<CreateReply> SendAsync(
        HttpClient http, Uri address, Action? beforeFirstByte = null, TimeProvider? time = null, CancellationToken cancellationToken = default, int? maximumBytes = null) =>
        new CreateExchange(http, time ?? TimeProvider.System, maximumBytes ?? ReplyBody.MaximumBytes).SendAsync(NewPost(address, beforeFirstByte), cancellationToken);

    public static CreatePost NewPost(Uri address, Action? beforeFirstByte = null) => new()
    {
        Address = address.AbsolutePath == "/" ? new Uri(address, "/things") : address,
        Body = Encoding.UTF8.GetBytes(Body),
        BeforeFirstByte = beforeFirstByte ?? (() => { }),
        Timeout = TimeSpan.FromSeconds(60),
        Headers = [new("Idempotency-Key", "k-1")],
        Secrets = SecretScrubber.Of(System.Text.Json.Nodes.JsonNode.Parse(Body), ["password"]),
    };
}
