using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>The step in whose body a create is called, as far as the call flows: it decides what becomes of the create, and is told what happens.</summary>
internal abstract class StepScope
{
    private static readonly AsyncLocal<StepScope?> Ambient = new();

    public static StepScope? Current => Ambient.Value;

    /// <summary>Runs a body inside.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> body)
    {
        Ambient.Value = this;
        return await body().ConfigureAwait(false);
    }

    public abstract Task<(Effect.Return Done, string Reason)> EnsureAsync(EnsureCall call, CancellationToken cancellationToken);

    /// <summary>Something else than a create is about to be changed.</summary>
    /// <exception cref="NotPlannedException">It is only planned.</exception>
    public virtual void AllowChange(string what)
    {
    }

    public virtual void Decided(ResourceKey key, Decision decision)
    {
    }

    public virtual void Waiting(ResourceKey key, TimeSpan left, string reason)
    {
    }
}
