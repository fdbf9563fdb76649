using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>A resource that is deleted: what is decided and waited for is told.</summary>
internal sealed class DestroyScope(string step, IProgress<WorkflowEvent>? progress) : StepScope
{
    public override Task<(Effect.Return Done, string Reason)> EnsureAsync(EnsureCall call, CancellationToken cancellationToken) => call.ExecuteAsync(cancellationToken);

    public override void Decided(ResourceKey key, Decision decision) => progress?.Report(new WorkflowEvent.Decided(step, key, decision.Effect.GetType().Name, decision.Reason));

    public override void Waiting(ResourceKey key, TimeSpan left, string reason) => progress?.Report(new WorkflowEvent.Waiting(step, key, left, reason));
}
