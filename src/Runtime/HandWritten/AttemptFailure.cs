using Semel.Protocol;

namespace Semel;

/// <summary>What it proves that a hand-written create threw, or returned an error status (PROTOCOL rule 2).</summary>
internal static class AttemptFailure
{
    /// <param name="attempt">The attempt; it knows more where a handler saw its POST.</param>
    /// <param name="error">What was thrown.</param>
    /// <param name="statusOf">The status of the caller's own kinds of exceptions.</param>
    /// <param name="rejectsUnread">Statuses that the API answers before it looks at a create.</param>
    /// <param name="pause">How long to wait after one of them.</param>
    /// <param name="cancelled">The caller cancelled.</param>
    public static CreateEvent Of(CreateAttempt attempt, Exception error, Func<Exception, int?>? statusOf, IReadOnlyList<int> rejectsUnread, TimeSpan pause, bool cancelled)
    {
        if (attempt.Status is { } seen) // an error after the POST says nothing of it
            return OfStatus(seen, rejectsUnread, attempt.RetryAfter ?? pause, error);
        if (attempt.Sent is { } sent) return CreateExchange.WithoutReply(sent, error, cancelled) switch
        {
            CreateReply.NotApplied proof => new CreateEvent.NotApplied(null, null, proof.Evidence, proof.Error),
            CreateReply.Ambiguous doubt => new CreateEvent.Ambiguous(null, doubt.Evidence, doubt.Error),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
        if (StatusOf(error, statusOf) is { } status) return OfStatus(status, rejectsUnread, (error as ApiException)?.RetryAfter ?? pause, error);
        if (SendFailure.IsBeforeConnection(error)) return new CreateEvent.NotApplied(null, null, $"no connection ({SendFailure.Describe(error)})", error);
        if (error is RepeatedSendException) return new CreateEvent.Ambiguous(null, "a second send was asked for and refused", error);
        return new CreateEvent.Ambiguous(null, cancelled ? "cancelled" : error is OperationCanceledException ? "no reply in time" : $"the create threw {SendFailure.Describe(error)}", error);
    }

    /// <param name="status">The status of the create's reply.</param>
    /// <param name="rejectsUnread">Statuses that the API answers before it looks at a create.</param>
    /// <param name="pause">How long to wait after one of them.</param>
    /// <param name="error">What was thrown, if anything was.</param>
    public static CreateEvent OfStatus(int status, IReadOnlyList<int> rejectsUnread, TimeSpan pause, Exception? error)
    {
        var problem = (error as ApiException)?.Problem;
        if (rejectsUnread.Contains(status)) return new CreateEvent.NotApplied(status, problem, $"status {status}", error, pause);
        if (CreateStatus.ProvesNotApplied(status)) return new CreateEvent.NotApplied(status, problem, $"status {status}", error);
        if (CreateStatus.SaysExists(status)) return new CreateEvent.Exists(problem, status);
        return new CreateEvent.Ambiguous(status, CreateStatus.IsSuccess(status) ? $"status {status}, but the create threw {(error is null ? "nothing" : SendFailure.Describe(error))}" : $"status {status}", error);
    }

    /// <summary>The status that an exception carries: of its own kind, not of what it wraps, which may be of another request.</summary>
    public static int? StatusOf(Exception error, Func<Exception, int?>? statusOf) => error switch
    {
        HttpRequestException { StatusCode: { } status } => (int)status,
        ApiException api => api.Status,
        _ => statusOf?.Invoke(error),
    };
}
