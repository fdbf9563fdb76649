namespace Semel;

/// <summary>Base of everything Semel throws on purpose. The message says what happened, to what, and what to do.</summary>
public abstract class SemelException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The data repository cannot be read or written; nothing was sent that was not recorded.</summary>
public sealed class StateException(string message, string? location = null, Exception? innerException = null)
    : SemelException(message, innerException)
{
    /// <summary>The file or row, where there is one.</summary>
    public string? Location { get; } = location;
}

/// <summary>An error about one resource key.</summary>
public abstract class ResourceException(ResourceKey key, string message, Exception? innerException = null)
    : SemelException(message, innerException)
{
    /// <summary>The resource key.</summary>
    public ResourceKey Key { get; } = key;
}

/// <summary>The API rejected the create: it is proved that nothing was created. Fix the cause and run again.</summary>
public sealed class RejectedException(ResourceKey key, string message, int? status, string? problem, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The HTTP status; null when the request did not reach the server.</summary>
    public int? Status { get; } = status;

    /// <summary>What the API said, without the request's secrets.</summary>
    public string? Problem { get; } = problem;
}

/// <summary>A resource of the same name exists and is not proved to be ours.</summary>
public sealed class ConflictException(ResourceKey key, string message, IReadOnlyList<string> candidates)
    : ResourceException(key, message)
{
    /// <summary>Ids of the resources found.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}

/// <summary>More than one resource matches; none is chosen.</summary>
public sealed class AmbiguousMatchException(ResourceKey key, string message, IReadOnlyList<string> candidates)
    : ResourceException(key, message)
{
    /// <summary>Ids of the resources found.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}

/// <summary>A read that had to answer "present or absent" answered neither; nothing was created and nothing deleted.</summary>
public sealed class UnknownException(ResourceKey key, string message, int? status, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The HTTP status of the read; null when there was none.</summary>
    public int? Status { get; } = status;
}

/// <summary>A create may have been applied and the API offers no way to find out. A person resolves it.</summary>
public sealed class IndeterminateException(ResourceKey key, string message, IReadOnlyList<Attempt> attempts, IReadOnlyList<string> candidates, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The POSTs that were sent, with what is known of each.</summary>
    public IReadOnlyList<Attempt> Attempts { get; } = attempts;

    /// <summary>Ids of resources that may be the one.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}

/// <summary>Another runner holds the key, or may still be sending its create.</summary>
public sealed class BusyException(ResourceKey key, string message, Runner? holder = null) : ResourceException(key, message)
{
    /// <summary>Who; null where that is not known.</summary>
    public Runner? Holder { get; } = holder;
}

/// <summary>The resource exists and is recorded, but did not become ready: it failed, or it takes longer than the time to wait. Run again to go on waiting.</summary>
public sealed class NotReadyException(ResourceKey key, string message, string? id, Readiness readiness) : ResourceException(key, message)
{
    /// <summary>The id of the resource; null while its operation hasn't named it.</summary>
    public string? Id { get; } = id;

    /// <summary>Failed or still on its way.</summary>
    public Readiness Readiness { get; } = readiness;
}

/// <summary>The server made more than one resource for one create, though it promised not to. All of them are recorded; the first is used from now on.</summary>
public sealed class DuplicateException(ResourceKey key, string message, IReadOnlyList<string> ids) : ResourceException(key, message)
{
    /// <summary>The id in use, then the others.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>The resource is created and recorded, but something that follows a create failed. Run again to finish it.</summary>
public sealed class FollowUpException(ResourceKey key, string message, string id, string followUp, Exception innerException) : ResourceException(key, message, innerException)
{
    /// <summary>The id of the resource.</summary>
    public string Id { get; } = id;

    /// <summary>Name of the follow-up.</summary>
    public string FollowUp { get; } = followUp;
}
