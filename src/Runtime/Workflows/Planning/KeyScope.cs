using Semel.Protocol;

namespace Semel.Workflows;

/// <summary>A step that is only asked which resource it makes: nothing is read, nothing sent.</summary>
internal sealed class KeyScope(Step step, KeyClaims keys) : StepScope
{
    public override Task<(Effect.Return Done, string Reason)> EnsureAsync(EnsureCall call, CancellationToken cancellationToken)
    {
        var key = call.Policy.Key;
        if (!Unknowns.Contains(key.Instance)) keys.Claim(key, step);
        return Task.FromResult((PlanScope.NotMadeYet(call.Policy, Outcome.Created), "its key is known"));
    }

    public override void AllowChange(string what) => throw new NotPlannedException(what);
}
