namespace Semel;

/// <summary>One POST, or PUT, that creates.</summary>
internal sealed record CreatePost
{
    /// <summary>POST or PUT.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>Where it goes: <see cref="RequestAddress.Join"/>.</summary>
    public required Uri Address { get; init; }

    /// <summary>The body, of the same bytes each time. Never empty: an empty body has no first byte to guard.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Its media type; null: <c>application/json</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>More headers, such as the idempotency key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Called right before the first byte is written. What it throws proves that nothing was sent.</summary>
    public required Action BeforeFirstByte { get; init; }

    /// <summary>From now to the last byte of the reply.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Statuses that this API answers before it looks at a create.</summary>
    public IReadOnlyList<int> RejectsUnread { get; init; } = [];

    /// <summary>Statuses by which this API says "exists already", beyond 409.</summary>
    public IReadOnlyList<int> SaysExists { get; init; } = [];

    /// <summary>True: a success that is no JSON object is read as one whose property <see cref="CreateReplyReader.Whole"/> it is. Default: false.</summary>
    public bool TakesAnyJson { get; init; }

    /// <summary>The template of its path.</summary>
    public string Template { get; init; } = "";

    /// <summary>The document's models of its errors.</summary>
    public IReadOnlyList<ErrorModel> Errors { get; init; } = [];

    /// <summary>The secrets of the body, kept out of what the API said.</summary>
    public SecretScrubber Secrets { get; init; } = SecretScrubber.None;
}
