namespace Semel.Testing;

/// <summary>How creates of one kind treat idempotency keys, and which lies the server tells about them.</summary>
/// <remarks>Set them by <see cref="CloudServer.Keys"/>; start from a shape: <c>KeyRules.Repeatability with { Stores5xx = true }</c>.</remarks>
public sealed record KeyRules
{
    /// <summary>The header <c>Idempotency-Key</c> with a bare value: the rules that volumes have where nothing else is said.</summary>
    public static KeyRules Header { get; } = new();

    /// <summary>The header <c>Idempotency-Key</c> with a value in quotes.</summary>
    public static KeyRules StructuredHeader { get; } = new() { Carrier = KeyCarrier.StructuredHeader };

    /// <summary><c>Repeatability-Request-ID</c> and <c>Repeatability-First-Sent</c>; late ones are rejected, another body is answered 400.</summary>
    public static KeyRules Repeatability { get; } = new()
    {
        Carrier = KeyCarrier.Repeatability,
        Name = "Repeatability-Request-ID",
        RejectsLate = true,
        MismatchStatus = 400,
    };

    /// <summary>The query parameter <c>request_id</c>, a random UUID (version 4).</summary>
    public static KeyRules Query { get; } = new() { Carrier = KeyCarrier.Query, Name = "request_id", MustBeUuid4 = true };

    /// <summary>The property <c>request_id</c> of the body, a random UUID (version 4).</summary>
    public static KeyRules Body { get; } = new() { Carrier = KeyCarrier.Body, Name = "request_id", MustBeUuid4 = true };

    /// <summary>Where a key is. Default: a header.</summary>
    public KeyCarrier Carrier { get; init; } = KeyCarrier.Header;

    /// <summary>The header's, parameter's or property's name. Default: <c>Idempotency-Key</c>.</summary>
    public string Name { get; init; } = "Idempotency-Key";

    /// <summary>True: a create without a key is answered 400. Default: false, it is applied.</summary>
    public bool Required { get; init; }

    /// <summary>True: a key that is no UUID of version 4 is answered 400. Default: false, any text up to 255 characters.</summary>
    public bool MustBeUuid4 { get; init; }

    /// <summary>How long a key is known after it was first seen, by the server's clock; null: for ever. Default: 24 hours.</summary>
    public TimeSpan? Window { get; init; } = TimeSpan.FromHours(24);

    /// <summary>
    /// True: a key that comes after its <see cref="Window"/> is answered 412 — by what its <c>Repeatability-First-Sent</c> says,
    /// else by when the server first saw it. Default: false, it is forgotten, and a repeat makes a second resource.
    /// </summary>
    public bool RejectsLate { get; init; }

    /// <summary>The answer to a known key with another body, compared byte for byte: 400, 409 or 422. Default: 422.</summary>
    public int MismatchStatus { get; init; } = 422;

    /// <summary>The answer to a key whose first request is still worked on. Default: 409.</summary>
    public int InProgressStatus { get; init; } = 409;

    /// <summary>
    /// True: a status from 500 that a fault answers with is kept under the key and sent to every repeat, whether or not the create
    /// was applied. Default: false, a repeat gets what the create made, or is applied.
    /// </summary>
    public bool Stores5xx { get; init; }

    /// <summary>What happens to a key whose resource is deleted. Default: the first reply is sent again.</summary>
    public KeyAfterDelete AfterDelete { get; init; } = KeyAfterDelete.Replay;

    /// <summary>False, a lie: the reply to a repeat does not say that it is one, by <c>Idempotency-Replayed</c> or <c>Repeatability-Result</c>. Default: true.</summary>
    public bool MarksReplays { get; init; } = true;

    /// <summary>True, a lie: a key is accepted, checked for its shape, and ignored: a repeat makes a second resource. Default: false.</summary>
    public bool IgnoresKeys { get; init; }

    /// <summary>True: <see cref="CloudServer.Restart"/> forgets keys. Default: false.</summary>
    public bool ForgetsOnRestart { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(Name);
        if (Window is { } window) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero, nameof(Window));
        if (MismatchStatus is not (400 or 409 or 422)) throw new ArgumentOutOfRangeException(nameof(MismatchStatus), MismatchStatus, "MismatchStatus is 400, 409 or 422.");
        ArgumentOutOfRangeException.ThrowIfLessThan(InProgressStatus, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(InProgressStatus, 599);
    }
}
