using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Semel.Runtime.Tests.Http;

/// <summary>A real server on loopback. Its <see cref="Seen"/> counts the requests whose body arrived whole: those it could have applied.</summary>
internal sealed class LoopbackApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackApi(WebApplication app) => _app = app;

    public ConcurrentQueue<SeenRequest> Seen { get; } = [];

    public int Posts => Seen.Count(request => request.Method == "POST");

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<LoopbackApi> StartAsync(Func<HttpContext, Task> answer, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        var api = new LoopbackApi(builder.Build());
        api._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            api.Seen.Enqueue(new(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, body));
            await answer(context);
        });
        await api._app.StartAsync();
        return api;
    }

    /// <summary>Answers everything with a status and a body.</summary>
    public static Task<LoopbackApi> StartAsync(int status, string body = "", string type = "application/json") => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        if (status is not (204 or 205 or 304)) await context.Response.WriteAsync(body);
    });

    public HttpClient NewClient(params DelegatingHandler[] handlers)
    {
        HttpMessageHandler innermost = new SocketsHttpHandler();
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = innermost;
            innermost = handler;
        }

        return new HttpClient(innermost) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
