namespace Semel.Protocol;

/// <summary>Why a create stops.</summary>
internal abstract record Failure(string Message)
{
    public sealed record Rejected(string Message, int? Status, string? Problem, Exception? Cause) : Failure(Message);

    public sealed record Conflict(string Message, IReadOnlyList<string> Candidates) : Failure(Message);

    public sealed record AmbiguousMatch(string Message, IReadOnlyList<string> Candidates) : Failure(Message);

    /// <summary>The advice ends the message, and is for who runs again by hand.</summary>
    public sealed record Unknown(string What, int? Status, Exception? Cause, string? Advice = null) : Failure(Advice is null ? What : $"{What} {Advice}");

    public sealed record Indeterminate(string Message, IReadOnlyList<Attempt> Attempts, IReadOnlyList<string> Candidates) : Failure(Message);

    public sealed record State(string Message) : Failure(Message);

    public sealed record Busy(string Message, Runner? Holder) : Failure(Message);

    public sealed record NotReady(string Message, string? Id, Readiness Readiness) : Failure(Message);

    public sealed record Duplicate(string Message, IReadOnlyList<string> Ids) : Failure(Message);

    public sealed record FollowUp(string Message, string Id, string Name, Exception Cause) : Failure(Message);

    public sealed record Drift(string Message, IReadOnlyList<Difference> Differences) : Failure(Message);

    public sealed record ReplacementRequired(string Message, IReadOnlyList<Difference> Differences) : Failure(Message);

    public sealed record FingerprintKey(string Message, string Recorded, string Current) : Failure(Message);

    /// <summary>The executor reported an event that the state does not wait for: a defect of Semel.</summary>
    public sealed record Impossible(string Message) : Failure(Message);

    public Exception ToException(ResourceKey key) => this switch
    {
        Rejected it => new RejectedException(key, it.Message, it.Status, it.Problem, it.Cause),
        Conflict it => new ConflictException(key, it.Message, it.Candidates),
        AmbiguousMatch it => new AmbiguousMatchException(key, it.Message, it.Candidates),
        Unknown it => UnknownException.Of(key, it.What, it.Advice, it.Status, it.Cause),
        Indeterminate it => new IndeterminateException(key, it.Message, it.Attempts, it.Candidates),
        State it => new StateException(it.Message),
        Busy it => new BusyException(key, it.Message, it.Holder),
        NotReady it => new NotReadyException(key, it.Message, it.Id, it.Readiness),
        Duplicate it => new DuplicateException(key, it.Message, it.Ids),
        FollowUp it => new FollowUpException(key, it.Message, it.Id, it.Name, it.Cause),
        Drift it => new DriftException(key, it.Message, it.Differences),
        ReplacementRequired it => new ReplacementRequiredException(key, it.Message, it.Differences),
        FingerprintKey it => new FingerprintKeyException(key, it.Message, it.Recorded, it.Current),
        _ => new InvalidOperationException(Message),
    };
}
