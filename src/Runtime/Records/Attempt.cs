namespace Semel;

/// <summary>One POST on the wire.</summary>
/// <param name="Number">From 1 within its intent.</param>
/// <param name="SentAt">When the intent that lists it was written: nothing was sent earlier.</param>
/// <param name="State">What is known about it.</param>
/// <param name="Evidence">Why: a status, an error, what the API said of it; without the request's secrets.</param>
/// <param name="Status">The HTTP status of its reply; null where none was recorded.</param>
/// <param name="EndedAt">When it was answered or given up: nothing of it was sent later. Null where that was not recorded.</param>
/// <param name="Domain">Where the lock of the runner that sent it is seen; null: that of the intent's runner; empty: it held no lock.</param>
public sealed record Attempt(int Number, DateTimeOffset SentAt, AttemptState State, string? Evidence = null, int? Status = null, DateTimeOffset? EndedAt = null, string? Domain = null);

/// <summary>What is known about an attempt.</summary>
public enum AttemptState
{
    /// <summary>It may be on the wire; no reply was seen.</summary>
    Pending,

    /// <summary>It is proved that the server did not apply it.</summary>
    NotApplied,

    /// <summary>It is proved that the server applied it.</summary>
    Applied,

    /// <summary>It may have been applied.</summary>
    Ambiguous,

    /// <summary>The server took it on and works on it: the intent names the operation.</summary>
    Accepted,
}
