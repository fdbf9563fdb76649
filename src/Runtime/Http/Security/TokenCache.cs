namespace Semel;

/// <summary>One token at a time, fetched once for all who wait for it.</summary>
internal sealed class TokenCache(TokenRequest request, TimeProvider time) : IDisposable
{
    /// <summary>A token is not used in the last minute of its life, nor in the second half of a shorter one's.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private Task<string>? _fetch;
    private string? _token;
    private DateTimeOffset? _until;

    /// <exception cref="CredentialsException">No token could be had.</exception>
    public Task<string> GetAsync(CancellationToken cancellationToken)
    {
        Task<string> fetch;
        lock (_lock)
        {
            if (_token is not null && (_until is null || time.GetUtcNow() < _until)) return Task.FromResult(_token);
            // one who gives up waiting doesn't cancel it for the others
            fetch = _fetch ??= Task.Run(FetchAsync, CancellationToken.None);
        }

        return fetch.WaitAsync(cancellationToken);
    }

    /// <summary>The API refused this token; a newer one stays.</summary>
    public void Drop(string token)
    {
        lock (_lock)
        {
            if (_token == token) _token = null;
        }
    }

    public void Dispose()
    {
        _disposed.Cancel();
        request.Dispose();
    }

    private async Task<string> FetchAsync()
    {
        try
        {
            var asked = time.GetUtcNow();
            var (token, life) = await request.SendAsync(_disposed.Token).ConfigureAwait(false);
            lock (_lock)
            {
                (_token, _until) = (token, life is { } left ? asked + (left > Margin * 2 ? left - Margin : left / 2) : null);
            }

            return token;
        }
        finally
        {
            lock (_lock) _fetch = null;
        }
    }
}
