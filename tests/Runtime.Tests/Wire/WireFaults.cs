namespace Semel.Runtime.Tests.Wire;

/// <summary>The rows of the matrix.</summary>
internal static class WireFaults
{
    public static IReadOnlyList<WireFault> All { get; } =
    [
        Status("201", 201),
        Status("422", 422) with { IsRejection = true },
        Status("409", 409),
        Status("429 with Retry-After", 429, ("Retry-After", "1")),
        Status("500", 500),
        Status("502", 502),
        Status("503 with Retry-After", 503, ("Retry-After", "1")),
        .. new[] { 301, 302, 303, 307, 308 }.Select(Redirect),
        new("401 challenge, the client has credentials", (request, _) =>
            request.HasCredentials ? request.ReplyAsync(201) : request.ReplyAsync(401, ("WWW-Authenticate", "Basic realm=\"api\""))) { IsRejection = true },
        new("no server", (_, _) => Task.CompletedTask) { IsRefused = true },
        new("FIN before the reply", (request, _) => CloseAsync(request)),
        new("RST before the reply", (request, _) => ResetAsync(request)),
        new("FIN in the head of the reply", (request, _) => CloseAsync(request, request.StartHeadAsync)),
        new("FIN in the body of the reply", (request, _) => CloseAsync(request, request.StartBodyAsync)),
        new("no reply until the client's time is over", (_, time) => AdvanceAsync(time, TimeSpan.FromMinutes(5))),
        new("no reply until the time of a try is over", (_, time) => AdvanceAsync(time, TimeSpan.FromSeconds(10))) { LimitsTries = true },
        new("FIN before the reply, on a connection used before", (request, _) => request.IsPost ? CloseAsync(request) : request.ReplyAsync(200)) { IsWarm = true },
        new("RST before the reply, on a connection used before", (request, _) => request.IsPost ? ResetAsync(request) : request.ReplyAsync(200)) { IsWarm = true },
        new("the connection used before was closed while idle", (request, _) => request.IsPost ? request.ReplyAsync(201) : CloseAsync(request, () => request.ReplyAsync(200))) { IsWarm = true, EndsIdle = true },
        ResetStream("NO_ERROR", 0),
        ResetStream("INTERNAL_ERROR", 2),
        ResetStream("REFUSED_STREAM", 7) with { IsRejection = true },
        ResetStream("CANCEL", 8),
        ResetStream("ENHANCE_YOUR_CALM", 11),
        ResetStream("HTTP_1_1_REQUIRED", 13),
        Stream("RST_STREAM in the body of the reply", async request =>
        {
            await request.StartBodyAsync();
            await request.ResetStreamAsync(2);
        }),
        Stream("GOAWAY before this request", request => request.GoAwayUnreadAsync()) with { IsRejection = true },
        Stream("GOAWAY after this request, then FIN", async request =>
        {
            await request.GoAwayReadAsync();
            request.Close();
        }),
        Stream("GOAWAY after this request, then 201", async request =>
        {
            await request.GoAwayReadAsync();
            await request.ReplyAsync(201);
        }),
    ];

    private static WireFault Status(string name, int status, params (string, string)[] headers) => new(name, (request, _) => request.ReplyAsync(status, headers));

    private static WireFault Redirect(int status) => new($"{status} to another path", (request, _) =>
        request.Path == "/elsewhere" ? request.ReplyAsync(201) : request.ReplyAsync(status, ("Location", "/elsewhere")));

    private static WireFault ResetStream(string name, int code) => Stream($"RST_STREAM {name}", request => request.ResetStreamAsync(code));

    private static WireFault Stream(string name, Func<Http2Request, Task> answer) => new(name, (request, _) => answer((Http2Request)request)) { Versions = [2] };

    private static async Task CloseAsync(WireRequest request, Func<Task>? first = null)
    {
        if (first is not null) await first();
        request.Close();
    }

    private static Task ResetAsync(WireRequest request)
    {
        request.Reset();
        return Task.CompletedTask;
    }

    private static Task AdvanceAsync(ManualTime time, TimeSpan by)
    {
        time.Advance(by);
        return Task.CompletedTask;
    }
}
