namespace Semel;

/// <summary>A reply, read to its end.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Method">The method it answers; a redirect may have changed it.</param>
/// <param name="Redirected">True when it came from another address than was asked.</param>
/// <param name="Body">The body; of an error it may be cut off.</param>
/// <param name="Problem">What the API said, of an error.</param>
/// <param name="RetryAfter">How long the API asks to wait.</param>
internal sealed record Reply(int Status, HttpMethod Method, bool Redirected, ReplyBody Body, string? Problem, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>The address that was asked.</summary>
    public Uri? Asked { get; init; }

    /// <summary>What an error was answered with.</summary>
    public ErrorBody? Error { get; init; }

    public string? ETag { get; init; }

    public LinkHeader Links { get; init; } = LinkHeader.None;
}
