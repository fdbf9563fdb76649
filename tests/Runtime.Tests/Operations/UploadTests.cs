using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Http;
using ZonesModels;

namespace Semel.Runtime.Tests.Operations;

/// <summary>A generated create that sends files, at a server of its own.</summary>
[Trait("Feature", "E7")]
public sealed class UploadTests : IAsyncLifetime
{
    private readonly MemoryDataRepository _repository = new();
    private LoopbackApi _uploads = null!;
    private LoopbackApi _api = null!;
    private HttpClient _http = null!;
    private int _lost;

    public async ValueTask InitializeAsync()
    {
        _uploads = await LoopbackApi.StartAsync(async context =>
        {
            context.Response.StatusCode = 201;
            if (Interlocked.Decrement(ref _lost) >= 0) context.Abort();
            else await context.Response.WriteAsync("""{"id":"7","name":"n"}""");
        });
        _api = await LoopbackApi.StartAsync(200, """{"id":"7","name":"n"}""");
        _http = _api.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
        await _uploads.DisposeAsync();
    }

    [Fact]
    public async Task File_IsSentOnce_AndRecordedByItsHash()
    {
        using var content = new MemoryStream("skip this"u8.ToArray()) { Position = 5 };
        var file = new UploadFile(content, "a.txt", "text/plain");

        var created = await Attachments.CreateAsync(file, new() { Name = "n" }, thumbnails: [new(new MemoryStream("t1"u8.ToArray()), "1.png"), new(new MemoryStream("t2"u8.ToArray()), "2.png")]);
        var again = await Attachments.CreateAsync(file, new() { Name = "n" }, thumbnails: [new(new MemoryStream("t1"u8.ToArray()), "1.png"), new(new MemoryStream("t2"u8.ToArray()), "2.png")]);

        Assert.Equal((Outcome.Created, Outcome.Reused, "7"), (created.Outcome, again.Outcome, again.Id));
        var sent = Assert.Single(_uploads.Seen);
        Assert.Contains("name=\"file\"; filename=\"a.txt\"", sent.Body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\nthis\r\n", sent.Body, StringComparison.Ordinal);
        Assert.Contains("filename=\"2.png\"", sent.Body, StringComparison.Ordinal);
        var live = Assert.IsType<LiveRecord>(await _repository.FindAsync(created.Key, TestContext.Current.CancellationToken));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("this"u8)), (string?)live.Input!["?file"]!["sha256"]);
        Assert.Equal(2, Assert.IsType<JsonArray>(live.Input["?thumbnails"]).Count);
        Assert.True(content.CanRead);
    }

    [Theory]
    [InlineData("other", "a.txt")]
    [InlineData("same", "b.txt")]
    public async Task OtherContent_OrAnotherName_NeedsANewResource(string content, string name)
    {
        await Attachments.CreateAsync(File("same", "a.txt"), new() { Name = "n" });

        await Assert.ThrowsAsync<ReplacementRequiredException>(() => Attachments.CreateAsync(File(content, name), new() { Name = "n" }));

        Assert.Equal(1, _uploads.Posts);
    }

    /// <summary>The server knows a repeat by its key, and compares what was sent: the bytes are the same, boundary included, in whatever process.</summary>
    [Fact]
    public async Task LostReply_IsRepeatedWithTheSameBytes()
    {
        _lost = 1;
        var first = await Record.ExceptionAsync(() => Attachments.CreateAsync(File("same", "a.txt"), new() { Name = "n" }));
        if (first is not null) await Attachments.CreateAsync(File("same", "a.txt"), new() { Name = "n" });

        var sent = _uploads.Seen.ToList();
        Assert.Equal(2, sent.Count);
        Assert.Equal((sent[0].Body, sent[0].Headers["Content-Type"], sent[0].Headers["Idempotency-Key"]), (sent[1].Body, sent[1].Headers["Content-Type"], sent[1].Headers["Idempotency-Key"]));
    }

    [Fact]
    public async Task FileThatIsTooLong_IsRefusedBeforeAnythingIsSent()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Attachments.CreateAsync(new UploadFile(new Long(), "a"), new() { Name = "n" }));

        Assert.Contains("256 MiB", error.Message, StringComparison.Ordinal);
        Assert.Empty(_uploads.Seen);
    }

    /// <summary>What can't tell its length is read as far as it may be.</summary>
    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public async Task Content_IsHeldUpToItsBound(int maximum, bool isHeld)
    {
        var file = File("this", "a");
        var held = await Record.ExceptionAsync(() => HeldFile.ReadAsync("file", file, maximum, TestContext.Current.CancellationToken));

        Assert.Equal(isHeld, held is null);
        Assert.Equal(0, file.Content.Position);
    }

    private Zones.AttachmentsResource Attachments
    {
        get
        {
            var options = new SemelOptions();
            options.Servers["https://uploads.example.com"] = _uploads.Address;
            return new Zones(_http, new SemelContext(_repository, "test", options)).Attachments;
        }
    }

    private static UploadFile File(string content, string name) => new(new MemoryStream(Encoding.UTF8.GetBytes(content)), name);

    private sealed class Long : MemoryStream
    {
        public override long Length => long.MaxValue;
    }
}
