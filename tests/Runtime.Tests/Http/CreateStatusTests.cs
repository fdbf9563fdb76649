using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>PROTOCOL rule 2, status by status.</summary>
public sealed class CreateStatusTests(CreateStatusTests.EchoingServer server) : IClassFixture<CreateStatusTests.EchoingServer>
{
    private static readonly int[] NotApplied = [400, 401, 403, 405, 406, 411, 413, 414, 415, 417, 422, 431, 501];
    private static readonly int[] Ambiguous =
    [
        300, 301, 302, 303, 304, 305, 307, 308, 402, 404, 407, 408, 410, 412, 416, 418, 421, 423, 424, 425, 426, 428, 429, 451, 499,
        500, 502, 503, 504, 505, 507, 508, 511, 520, 522, 524, 599,
    ];

    public static TheoryData<int, string> Table() => [
        .. NotApplied.Select(status => (status, nameof(CreateReply.NotApplied))),
        .. Ambiguous.Select(status => (status, nameof(CreateReply.Ambiguous))),
        .. new[] { 200, 201, 202, 206 }.Select(status => (status, nameof(CreateReply.Applied))),
        (409, nameof(CreateReply.Exists)),
        (204, nameof(CreateReply.Ambiguous)),
    ];

    [Theory]
    [MemberData(nameof(Table))]
    [Trait("Feature", "E4")]
    public async Task Status_ProvesWhatTheProtocolSays(int status, string expected)
    {
        using var http = server.Api.NewClient();

        var reply = await Create.SendAsync(http, new Uri(server.Api.Address, $"/{status}"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(expected, reply.GetType().Name);
    }

    [Fact]
    public void EveryOtherStatus_ProvesNothing()
    {
        int[] proofs = [.. NotApplied];

        Assert.Equal(proofs, Enumerable.Range(100, 900).Where(CreateStatus.ProvesNotApplied));
        Assert.Equal([409], Enumerable.Range(100, 900).Where(CreateStatus.SaysExists));
        Assert.Equal(Enumerable.Range(200, 100), Enumerable.Range(100, 900).Where(CreateStatus.IsSuccess));
    }

    public sealed class EchoingServer : IAsyncLifetime
    {
        internal LoopbackApi Api { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Api = await LoopbackApi.StartAsync(async context =>
        {
            var status = int.Parse(context.Request.Path.Value!.Trim('/'));
            context.Response.StatusCode = status;
            if (status is not (204 or 304)) await context.Response.WriteAsync("""{"id":1}""");
        });

        public ValueTask DisposeAsync() => Api.DisposeAsync();
    }
}
