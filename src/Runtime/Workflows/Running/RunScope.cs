using System.Collections.Concurrent;
using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>A step that is run: its creates are done, counted as the step's, and told.</summary>
internal sealed class RunScope(RunState run, Step step, CancellationToken stepToken) : StepScope
{
    private readonly ConcurrentQueue<EnsuredResource> _resources = [];

    public IReadOnlyList<EnsuredResource> Resources => [.. _resources];

    public override async Task<(Effect.Return Done, string Reason)> EnsureAsync(EnsureCall call, CancellationToken cancellationToken)
    {
        var key = call.Policy.Key;
        run.Keys.Claim(key, step);
        if (run.Forces(step, key)) call = call with { Policy = call.Policy with { Recreate = Recreate.Force } };
        if (run.Options.Plan is { } plan) await Planned.RequireAsync(plan, step, call, cancellationToken).ConfigureAwait(false);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stepToken); // a body need not hand its token on
        var (done, reason) = await call.ExecuteAsync(either.Token).ConfigureAwait(false);
        var ensured = new EnsuredResource(key, done.Live.Id, done.Outcome, done.Verified, reason);
        run.Ensured(key);
        _resources.Enqueue(ensured);
        run.Tell(new WorkflowEvent.Ensured(step.Name, ensured));
        return (done, reason);
    }

    public override void Decided(ResourceKey key, Decision decision) => run.Tell(new WorkflowEvent.Decided(step.Name, key, decision.Effect.GetType().Name, decision.Reason));

    public override void Waiting(ResourceKey key, TimeSpan left, string reason) => run.Tell(new WorkflowEvent.Waiting(step.Name, key, left, reason));
}
