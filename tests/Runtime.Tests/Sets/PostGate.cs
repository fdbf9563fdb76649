namespace Semel.Runtime.Tests.Sets;

/// <summary>Holds every POST until so many have come to it, or it is opened.</summary>
internal sealed class PostGate : DelegatingHandler
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing;

    public PostGate(int posts, Uri address)
        : base(new SocketsHttpHandler())
    {
        _missing = posts;
        Http = new HttpClient(this, disposeHandler: false) { BaseAddress = address };
    }

    public HttpClient Http { get; }

    public void Open() => _open.TrySetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            if (Interlocked.Decrement(ref _missing) <= 0) Open();
            await _open.Task.WaitAsync(cancellationToken);
        }

        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Http.Dispose();
        base.Dispose(disposing);
    }
}
