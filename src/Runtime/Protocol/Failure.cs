namespace Semel.Protocol;

/// <summary>Why a create stops.</summary>
internal abstract record Failure(string Message)
{
    public sealed record Rejected(string Message, int? Status, string? Problem, Exception? Cause) : Failure(Message);

    public sealed record Conflict(string Message, IReadOnlyList<string> Candidates) : Failure(Message);

    public sealed record AmbiguousMatch(string Message, IReadOnlyList<string> Candidates) : Failure(Message);

    public sealed record Unknown(string Message, int? Status, Exception? Cause) : Failure(Message);

    public sealed record Indeterminate(string Message, IReadOnlyList<Attempt> Attempts, IReadOnlyList<string> Candidates) : Failure(Message);

    public sealed record State(string Message) : Failure(Message);

    /// <summary>The executor reported an event that the state does not wait for: a defect of Semel.</summary>
    public sealed record Impossible(string Message) : Failure(Message);

    public Exception ToException(ResourceKey key) => this switch
    {
        Rejected it => new RejectedException(key, it.Message, it.Status, it.Problem, it.Cause),
        Conflict it => new ConflictException(key, it.Message, it.Candidates),
        AmbiguousMatch it => new AmbiguousMatchException(key, it.Message, it.Candidates),
        Unknown it => new UnknownException(key, it.Message, it.Status, it.Cause),
        Indeterminate it => new IndeterminateException(key, it.Message, it.Attempts, it.Candidates),
        State it => new StateException(it.Message),
        _ => new InvalidOperationException(Message),
    };
}
