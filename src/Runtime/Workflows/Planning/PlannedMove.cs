using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>The record that a create would find after the move that it asks for.</summary>
internal sealed class PlannedMove(EnsureCall call)
{
    /// <exception cref="StateException">The move would be refused.</exception>
    public async Task<ResourceRecord?> FindAsync(CancellationToken cancellationToken)
    {
        var repository = call.Semel.Repository;
        var target = await repository.FindAsync(call.Policy.Key, cancellationToken).ConfigureAwait(false);
        if (call.MovedFrom is not { } from) return target;
        return Move.Plan(from, call.Policy.Key, await repository.FindAsync(from, cancellationToken).ConfigureAwait(false), target);
    }
}
