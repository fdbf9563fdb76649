namespace Semel;

/// <summary>A read that had to answer "present or absent" answered neither; nothing was created and nothing deleted.</summary>
public sealed class UnknownException(ResourceKey key, string message, int? status, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The HTTP status of the read; null when there was none.</summary>
    public int? Status { get; } = status;

    /// <summary>The message without the advice to run again, which is for people: what runs again by itself shows this.</summary>
    public string What { get; private init; } = message;

    internal static UnknownException Of(ResourceKey key, string what, string? advice, int? status, Exception? cause) =>
        new(key, advice is null ? what : $"{what} {advice}", status, cause) { What = what };
}
