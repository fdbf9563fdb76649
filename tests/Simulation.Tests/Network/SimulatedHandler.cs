using System.Net;

namespace Semel.Simulation;

/// <summary>The wire as one process sees it. Every part of an exchange is an await of its own; redirects are followed as HttpClient's own handler does.</summary>
internal sealed class SimulatedHandler(World world, Process process) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await FirstExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Headers.Location is not { } location) return response;
        request.RequestUri = new Uri(request.RequestUri!, location);
        if (response.StatusCode == HttpStatusCode.SeeOther) (request.Method, request.Content) = (HttpMethod.Get, null);
        response.Dispose();
        return await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>HttpClient sends a request without a body again when the connection is closed before the reply.</summary>
    private async Task<HttpResponseMessage> FirstExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post || request.Content is not null) return await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            return await ExchangeAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var verb = VerbOf(request);
        var fault = await process.ReachAsync(new(verb, Phase.Connect), cancellationToken).ConfigureAwait(false);
        if (fault == FaultId.NoConnection) throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused");
        var body = Array.Empty<byte>();
        if (request.Content is { } content)
        {
            var wire = new WireStream(process, verb);
            await content.CopyToAsync(wire.AsStream(), cancellationToken).ConfigureAwait(false);
            if (wire.Body.Length > 0) (body, fault) = (wire.Body, wire.Fault);
        }

        if (request.Headers.TryGetValues(BodyInHeader.Header, out var header)) body = Convert.FromBase64String(header.First());
        process.Manners.Sends(process, verb);
        var message = Send(RequestOf(request, verb, body), fault);
        var isSilent = fault == FaultId.SilentlyLostRequest;
        fault = await process.ReachAsync(new(verb, Phase.FirstReplyByte), cancellationToken, () => !isSilent && (message is null || message.Reply is not null)).ConfigureAwait(false);
        if (fault == FaultId.SilentlyLostReply) await process.ReachAsync(new(verb, Phase.FirstReplyByte), cancellationToken, static () => false).ConfigureAwait(false);
        if (message is null || fault == FaultId.LostReply) throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was closed");
        process.Manners.Hears(verb, message.Reply!);
        return ResponseTo(request, verb, message.Reply!);
    }

    /// <summary>Null where the request is lost.</summary>
    private Message? Send(ServerRequest request, FaultId fault) => fault switch
    {
        FaultId.LostRequest or FaultId.SilentlyLostRequest => null,
        FaultId.LateArrival => world.Network.Send(process, request, Times.LateArrival),
        FaultId.ArrivalAfterFlight => world.Network.Send(process, request, Times.AfterFlight),
        _ => world.Network.Send(process, request, TimeSpan.Zero),
    };

    private ServerRequest RequestOf(HttpRequestMessage request, Verb verb, byte[] body)
    {
        var query = new Dictionary<string, string>();
        foreach (var pair in request.RequestUri!.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            query[pair[..equals]] = Uri.UnescapeDataString(pair[(equals + 1)..]);
        }

        var key = request.Headers.TryGetValues(world.Setup.Server.KeyHeader, out var keys) ? keys.First() : null;
        return new(verb, request.RequestUri.AbsolutePath, query, body, key, request.Headers.IfNoneMatch.Count > 0, process.Settings.IsOfOtherAccount);
    }

    private HttpResponseMessage ResponseTo(HttpRequestMessage request, Verb verb, ServerReply reply)
    {
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { RequestMessage = request, Content = new SimulatedContent(process, verb, reply.Body) };
        if (reply.Location is not null) response.Headers.Location = new Uri(reply.Location, UriKind.Relative);
        if (reply.Operation is not null) response.Headers.Add("Operation-Location", reply.Operation);
        if (reply.RetryAfterSeconds is { } seconds) response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return response;
    }

    private static Verb VerbOf(HttpRequestMessage request) => request.Method.Method switch
    {
        "POST" => Verb.Post,
        "PUT" => Verb.Put,
        "PATCH" => Verb.Patch,
        "DELETE" => Verb.Delete,
        _ => request.RequestUri!.AbsolutePath == "/things" ? Verb.List : Verb.Get,
    };
}
