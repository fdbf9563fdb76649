namespace Semel;

/// <summary>
/// The statuses and headers of the replies that the calls within a scope get, in their order: those of creates, reads, pages and polls alike.
/// </summary>
/// <remarks>
/// <code>
/// using var replies = ApiReplies.Capture();
/// await droplets.GetAsync(id);
/// var left = replies.Last?.Header("RateLimit-Remaining");
/// </code>
/// The scope is that of the asynchronous method which begins it, and of all that it calls; scopes nest. What headers hold, such as cookies, is the
/// caller's to keep; Semel logs none of it.
/// </remarks>
public sealed class ApiReplies : IDisposable
{
    /// <summary>Of more replies than these only the newest are kept.</summary>
    public const int MaximumReplies = 100;

    private static readonly AsyncLocal<ApiReplies?> Current = new();

    private readonly Lock _lock = new();
    private readonly Queue<ApiReply> _replies = new();
    private readonly ApiReplies? _outer;
    private bool _isOver;

    private ApiReplies(ApiReplies? outer) => _outer = outer;

    /// <summary>The newest replies, the oldest first.</summary>
    public IReadOnlyList<ApiReply> All
    {
        get
        {
            lock (_lock) return [.. _replies];
        }
    }

    /// <summary>The newest reply; null where there was none.</summary>
    public ApiReply? Last
    {
        get
        {
            lock (_lock) return _replies.LastOrDefault();
        }
    }

    /// <summary>Begins a scope; it ends when it is disposed.</summary>
    public static ApiReplies Capture() => Current.Value = new ApiReplies(Current.Value);

    /// <summary>Ends the scope. What it holds stays readable.</summary>
    public void Dispose()
    {
        lock (_lock) _isOver = true;
        if (ReferenceEquals(Current.Value, this)) Current.Value = _outer;
    }

    /// <summary>Costs nothing where no scope is open.</summary>
    internal static void Note(HttpMethod method, string path, HttpResponseMessage response)
    {
        if (Current.Value is not { } scope) return;
        var reply = ApiReply.Of(method, path, response);
        for (; scope is not null; scope = scope._outer) scope.Add(reply);
    }

    private void Add(ApiReply reply)
    {
        lock (_lock)
        {
            if (_isOver) return;
            _replies.Enqueue(reply);
            if (_replies.Count > MaximumReplies) _replies.Dequeue();
        }
    }
}
