namespace Semel.Testing.Repository;

/// <summary>A lock that is freed once, by its holder or by the crash of its process.</summary>
internal sealed class HeldLock(IAsyncDisposable held, Func<IAsyncDisposable, ValueTask> free) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => free(held);
}
