using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>One create as a model asks for it: done at once, or as the step says in whose body it is.</summary>
/// <param name="Remote">The API as this create sees it.</param>
/// <param name="Semel">The model's context.</param>
/// <param name="Policy">What doesn't change.</param>
/// <param name="MovedFrom">The key whose record moves here first; null: none.</param>
internal sealed record EnsureCall(IRemote Remote, SemelContext Semel, CreatePolicy Policy, ResourceKey? MovedFrom = null)
{
    public Task<(Effect.Return Done, string Reason)> EnsureAsync(CancellationToken cancellationToken) =>
        StepScope.Current is { } scope ? scope.EnsureAsync(this, cancellationToken) : ExecuteAsync(cancellationToken);

    public async Task<(Effect.Return Done, string Reason)> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (MovedFrom is { } from) await new Move(Semel, from, Policy.Key).RunAsync(cancellationToken).ConfigureAwait(false);
        return await new CreateExecutor(Remote, Semel, Policy).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
