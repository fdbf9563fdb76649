namespace Semel;

/// <summary>
/// Guards the POST of a hand-written create: adds the idempotency key where it is declared and not there yet, lets one POST of an attempt out and
/// no second one, none after the attempt's deadline, and keeps handlers, redirects and the client itself from sending the body again. Of an update or
/// a delete that Semel asks for it lets nothing out after its deadline.
/// </summary>
/// <remarks>Its place in the chain doesn't matter. Other requests pass. What a client without it sends is not guarded.</remarks>
/// <example><code>services.AddRefitClient&lt;IDropletsApi&gt;().AddHttpMessageHandler(() => new CreateAttemptHandler());</code></example>
public sealed class CreateAttemptHandler : DelegatingHandler
{
    private readonly TimeProvider _time;

    /// <summary>A handler whose <see cref="DelegatingHandler.InnerHandler"/> is set later, as an HTTP client factory does.</summary>
    /// <param name="time">The clock for dates in <c>Retry-After</c>. Default: the system's.</param>
    public CreateAttemptHandler(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <summary>A handler in front of another.</summary>
    /// <param name="inner">Sends.</param>
    /// <param name="time">The clock for dates in <c>Retry-After</c>. Default: the system's.</param>
    public CreateAttemptHandler(HttpMessageHandler inner, TimeProvider? time = null) : base(inner) => _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Guarded(request) is not { } attempt) return base.Send(request, cancellationToken);
        var asked = request.RequestUri;
        var response = base.Send(request, cancellationToken);
        return Noted(attempt, response, asked);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Guarded(request) is not { } attempt) return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var asked = request.RequestUri;
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return Noted(attempt, response, asked);
    }

    private static CreateAttempt? Guarded(HttpRequestMessage request)
    {
        SendDeadline.Guard(request);
        if (CreateAttempt.Current is not { } attempt || request.Method != HttpMethod.Post) return null;
        attempt.Guard(request);
        return attempt;
    }

    private HttpResponseMessage Noted(CreateAttempt attempt, HttpResponseMessage response, Uri? asked)
    {
        try
        {
            attempt.Note(response, asked, _time);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
