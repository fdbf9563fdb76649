namespace Semel.Testing.Handler;

/// <summary>What a fault does to a request on the client's side.</summary>
internal sealed record HandlerEffect
{
    /// <summary>False where later faults may act on the same request too.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>Runs before the request is sent; a reply, or an exception, means that it is not.</summary>
    public Func<Fault, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage?>> Before { get; init; } =
        static (_, _, _) => Task.FromResult<HttpResponseMessage?>(null);

    /// <summary>Runs once the reply is there.</summary>
    public Func<Fault, HttpResponseMessage, CancellationToken, Task<HttpResponseMessage>> After { get; init; } =
        static (_, response, _) => Task.FromResult(response);
}
