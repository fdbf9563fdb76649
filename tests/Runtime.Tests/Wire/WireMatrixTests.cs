using System.Text;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Wire;

/// <summary>Nothing repeats a POST behind our back: HTTP/1.1 and HTTP/2, every fault behind every client, counted by the server.</summary>
[Trait("Feature", "E7")]
public sealed class WireMatrixTests(WireMatrix matrix) : IClassFixture<WireMatrix>
{
    public static TheoryData<int, string> Rows() => [.. WireFaults.All.SelectMany(fault => fault.Versions.Select(version => (version, fault.Name)))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Post_ReachesTheServerOnce_AndNoProofIsFalse(int version, string fault) =>
        Assert.Empty(matrix.Cells.Where(cell => cell.Version == version && cell.Fault.Name == fault).SelectMany(cell => cell.Problems()));

    [Theory]
    [InlineData(1, "307 to another path", "none")]
    [InlineData(1, "308 to another path", "none")]
    [InlineData(1, "401 challenge, the client has credentials", "none")]
    [InlineData(2, "RST_STREAM REFUSED_STREAM", "none")]
    [InlineData(2, "GOAWAY before this request", "none")]
    [InlineData(1, "503 with Retry-After", "retrying")]
    [InlineData(2, "503 with Retry-After", "retrying")]
    [InlineData(1, "201", "hedging")]
    [InlineData(2, "201", "hedging")]
    [InlineData(1, "RST before the reply", "retrying over buffering")]
    [InlineData(2, "500", "cloning, bodies too")]
    [InlineData(1, "FIN before the reply", "cloning, one body")]
    [InlineData(1, "502", "compressing over retrying")]
    [InlineData(1, "429 with Retry-After", "Polly: retry")]
    [InlineData(2, "FIN before the reply", "Polly: hedge failures")]
    [InlineData(1, "no reply until the time of a try is over", "Polly: retry")]
    public void NegativeControl_APlainClientMultipliesThePost(int version, string fault, string client)
    {
        var cell = Assert.Single(matrix.Cells, cell => (cell.Version, cell.Fault.Name, cell.Client.Name) == (version, fault, client));

        Assert.InRange(cell.BareJson, 2, int.MaxValue);
        Assert.NotEmpty((cell with { Create = (cell.BareJson, cell.Create.Reply) }).Problems());
    }

    [Fact]
    public void NegativeControl_NullContentIsRepeatedWhenTheConnectionCloses() =>
        Assert.All(
            matrix.Cells.Where(cell => cell.Version == 1 && cell.Client.Name == "none" && cell.Fault.Name.StartsWith("FIN before the reply", StringComparison.Ordinal)),
            cell => Assert.InRange(cell.BareNull, 2, int.MaxValue));

    [Fact]
    public void NegativeControl_AFalseProofIsSeen()
    {
        var cell = matrix.Cells.First(cell => cell.Create is { Posts: 1, Reply: CreateReply.Ambiguous } && !cell.Fault.IsRejection);

        Assert.Contains("could have applied it", Assert.Single((cell with { Create = (1, new CreateReply.NotApplied(null, null, "no connection")) }).Problems()));
    }

    /// <summary>What no content can see, and docs/wire.md says: the redirect of the first send takes the body out of the message that the second one is writing.</summary>
    [Fact]
    public async Task OneMessageSentTwiceAtOnce_MayGoOutWithoutItsBody_WhileARedirectChangesIt()
    {
        var (heads, limit) = (0, TimeSpan.FromSeconds(20));
        var secondBegins = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var peer = new WirePeer(1, 1, listens: true, async request =>
        {
            await secondBegins.Task.WaitAsync(limit);
            await (request is { IsPost: true, Path: "/things" } ? request.ReplyAsync(303, ("Location", "/others")) : request.ReplyAsync(200));
        });
        using (var wire = new SocketsHttpHandler { UseProxy = false, RequestHeaderEncodingSelector = Begins })
        {
            using var http = new HttpClient(new HedgingHandler { InnerHandler = wire }) { BaseAddress = peer.Address };
            Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, peer.Address));
        }

        await peer.DisposeAsync();
        Assert.Equal(2, peer.Posts);

        Encoding? Begins(string name, HttpRequestMessage request)
        {
            if (name != "Accept" || Interlocked.Increment(ref heads) != 2) return null;
            secondBegins.SetResult(); // its first line is written
            SpinWait.SpinUntil(() => request.Content is null, limit);
            return null;
        }
    }

    [Fact]
    public async Task CreateWithoutABody_IsRefusedBeforeAnythingIsSent()
    {
        await using var peer = new WirePeer(1, 1, listens: true, request => request.ReplyAsync(201));
        using var http = new HttpClient();
        var post = Create.NewPost(peer.Address) with { Body = default };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new CreateExchange(http, TimeProvider.System).SendAsync(post, default));

        await peer.DisposeAsync();
        Assert.Equal(0, peer.Posts);
    }

    [Fact]
    public void Document_IsAsCommitted()
    {
        var path = Path.Combine(Repository.Root, "docs", "wire.md");
        var text = WireDocument.Of(matrix.Cells);
        if (Environment.GetEnvironmentVariable("SEMEL_UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
