using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing;

/// <summary>A small cloud on loopback: real HTTP, a store in memory, scripted faults, and a count of what was applied.</summary>
/// <remarks>Its API is described by <c>samples/Web/cloud.yaml</c>. All members are safe to use from several threads.</remarks>
public sealed partial class CloudServer : IAsyncDisposable
{
    private readonly CloudState _cloud;
    private readonly OpenConnections _connections = new();

    // until the server stops or is restarted
    private CancellationTokenSource _running = new();
    private readonly WebApplication _host;
    private int _disposed;

    private CloudServer(CloudOptions options)
    {
        _cloud = new CloudState(options);
        Keys = new IdempotencyKeys(_cloud);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, Track));
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        _host = builder.Build();
        _host.Run(new RequestPipeline(_cloud, Faults, () => Volatile.Read(ref _running).Token).RunAsync);
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri BaseAddress => _cloud.BaseAddress!;

    /// <summary>The faults that it is to have.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>How it treats idempotency keys.</summary>
    public IdempotencyKeys Keys { get; }

    /// <summary>Starts a server on a free port.</summary>
    public static async Task<CloudServer> StartAsync(CloudOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CloudOptions();
        options.Validate();
        var server = new CloudServer(options);
        try
        {
            await server._host.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        server._cloud.BaseAddress = new Uri(server._host.Urls.Single() + "/");
        return server;
    }

    /// <summary>A client with the base address and, where one is asked for, the token. The caller disposes it.</summary>
    public HttpClient CreateClient()
    {
        var client = new HttpClient { BaseAddress = BaseAddress };
        if (_cloud.Token is { } token) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Stops; requests that still wait are aborted.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _running.CancelAsync().ConfigureAwait(false);
        // an already cancelled token: connections are closed at once instead of drained
        await _host.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
    }

    private void Track(ListenOptions listen) =>
        listen.Use(next => connection => _connections.RunAsync(next, connection));
}
