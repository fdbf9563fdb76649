using System.Collections.Concurrent;
using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>A step that is planned: its creates are answered with what is expected of them, and changes are refused.</summary>
/// <param name="step">The step.</param>
/// <param name="keys">Which step makes which resource.</param>
/// <param name="refresh">The API is asked.</param>
/// <param name="verify">Recorded resources are read, whatever their models say.</param>
/// <param name="force">New resources are wanted.</param>
internal sealed class PlanScope(Step step, KeyClaims keys, bool refresh, bool verify = false, bool force = false) : StepScope
{
    private readonly ConcurrentQueue<(ResourcePlan Plan, EnsureCall Call)> _planned = [];

    public IReadOnlyList<ResourcePlan> Resources => [.. _planned.Select(planned => planned.Plan)];

    public IReadOnlyList<(ResourcePlan Plan, EnsureCall Call)> Planned => [.. _planned];

    public override async Task<(Effect.Return Done, string Reason)> EnsureAsync(EnsureCall call, CancellationToken cancellationToken)
    {
        var policy = call.Policy;
        if (verify) policy = policy with { Verify = policy.CanRead || policy.CanList };
        if (force) policy = policy with { Recreate = Recreate.Force };
        if (!Unknowns.Contains(policy.Key.Instance)) keys.Claim(policy.Key, step);
        var (plan, done) = await new CreatePlanner(call with { Policy = policy }, refresh).PlanAsync(cancellationToken).ConfigureAwait(false);
        _planned.Enqueue((plan, call));
        return done is null ? throw new StuckException(plan.Reason) : (done, plan.Reason);
    }

    public override void AllowChange(string what) => throw new NotPlannedException(what);

    /// <summary>What a create returns that would make a resource.</summary>
    public static Effect.Return NotMadeYet(CreatePolicy policy, Outcome outcome)
    {
        var body = Unknowns.Resource(policy.Key, policy.Input.Json);
        var live = new LiveRecord { Key = policy.Key, Generation = 1, Id = Unknowns.Id(policy.Key), Attributes = body, CreatedAt = default, Provenance = new(default, "", "", "planned") };
        return new Effect.Return(live, body, outcome, Verified: false);
    }
}
