namespace Semel;

/// <summary>A create may have been applied and the API offers no way to find out. A person resolves it.</summary>
public sealed class IndeterminateException(ResourceKey key, string message, IReadOnlyList<Attempt> attempts, IReadOnlyList<string> candidates, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The POSTs that were sent, with what is known of each.</summary>
    public IReadOnlyList<Attempt> Attempts { get; } = attempts;

    /// <summary>Ids of resources that may be the one.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}
