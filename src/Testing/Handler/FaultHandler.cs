using Microsoft.AspNetCore.WebUtilities;
using Semel.Testing.Faults;
using Semel.Testing.Handler;

namespace Semel.Testing;

/// <summary>Breaks what an <see cref="HttpClient"/> sends and receives, as scripted, in front of any server.</summary>
/// <remarks>
/// <code>using var http = new HttpClient(new FaultHandler(new SocketsHttpHandler()));</code>
/// A request meets every matching fault that is not used up, up to the first that decides its fate. All members are safe to use
/// from several threads.
/// </remarks>
public sealed class FaultHandler : DelegatingHandler
{
    private readonly FaultList<HttpRequestMessage, HandlerEffect> _faults = new(static effect => effect.Decides);
    private readonly TimeProvider _clock;

    /// <summary>A handler whose <see cref="DelegatingHandler.InnerHandler"/> is set later, as an HTTP client factory does.</summary>
    /// <param name="clock">The clock of delays. Default: the system's.</param>
    public FaultHandler(TimeProvider? clock = null) => _clock = clock ?? TimeProvider.System;

    /// <summary>A handler in front of another.</summary>
    /// <param name="inner">Sends what is not lost.</param>
    /// <param name="clock">The clock of delays. Default: the system's.</param>
    public FaultHandler(HttpMessageHandler inner, TimeProvider? clock = null) : base(inner) => _clock = clock ?? TimeProvider.System;

    /// <summary>Chooses the requests; what follows chooses the fault.</summary>
    /// <param name="method"><c>POST</c>, or <c>*</c> for every method.</param>
    /// <param name="path">
    /// The path from its first slash: <c>/v1/servers</c>, <c>/v1/servers/*</c> or <c>/v1/servers/{id}</c>, where a star or a name
    /// in braces stands for one segment; query parameters that it names must be there: <c>/v1/servers?page=3</c>.
    /// </param>
    public HandlerFaultTrigger On(string method, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(path);
        var pattern = new PathPattern(path);
        return new HandlerFaultTrigger(_faults, _clock, request => Matches(request, method, pattern));
    }

    /// <summary>Removes every fault; requests that one holds are let go.</summary>
    public void Clear() => _faults.Clear();

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        IReadOnlyList<(Fault Fault, HandlerEffect Effect)> taken = _faults.Take(request);
        foreach ((Fault fault, HandlerEffect effect) in taken)
        {
            if (await effect.Before(fault, request, cancellationToken).ConfigureAwait(false) is { } instead) return instead;
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        foreach ((Fault fault, HandlerEffect effect) in taken)
            response = await effect.After(fault, response, cancellationToken).ConfigureAwait(false);
        return response;
    }

    private static bool Matches(HttpRequestMessage request, string method, PathPattern pattern)
    {
        if (method != "*" && !request.Method.Method.Equals(method, StringComparison.OrdinalIgnoreCase)) return false;
        if (request.RequestUri is not { IsAbsoluteUri: true } uri) return false;
        var query = QueryHelpers.ParseQuery(uri.Query).ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString());
        return pattern.Matches(Uri.UnescapeDataString(uri.AbsolutePath), query);
    }
}
