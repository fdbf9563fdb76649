namespace Semel;

/// <summary>The server made more than one resource for one create, though it promised not to. All of them are recorded; the first is used from now on.</summary>
public sealed class DuplicateException(ResourceKey key, string message, IReadOnlyList<string> ids) : ResourceException(key, message)
{
    /// <summary>The id in use, then the others.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}
