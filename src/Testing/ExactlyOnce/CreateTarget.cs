namespace Semel.Testing;

/// <summary>A server of any kind, and the create that meets the faults.</summary>
public sealed record CreateTarget
{
    /// <summary>The create's method. Default: <c>POST</c>.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The create's path, as in <see cref="FaultHandler.On"/>: <c>/v1/servers</c>, <c>/v1/buckets/{name}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The ids of the resources that are alive on the server now, asked for behind the client's back.</summary>
    public required Func<Task<IReadOnlyCollection<string>>> LiveIdsAsync { get; init; }

    /// <summary>Where requests without a host go. Default: null, the client's own requests name their host.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>
    /// Sends the requests, such as the handler of a server in memory; it is disposed after each fault. Default: one that opens connections.
    /// </summary>
    public Func<HttpMessageHandler> CreateHandler { get; init; } = static () => new SocketsHttpHandler();

    /// <summary>Has the address and the headers that each run's client gets; null: <see cref="BaseAddress"/> alone.</summary>
    internal Func<HttpClient>? CreateClient { get; init; }

    /// <summary>Where faults can be scripted on the server, which breaks real connections.</summary>
    internal FaultScript? Server { get; init; }
}
