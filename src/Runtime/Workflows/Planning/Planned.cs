namespace Semel.Workflows;

/// <summary>A run that was given a plan does what the plan says, or stops before it does anything else.</summary>
internal static class Planned
{
    /// <exception cref="WorkflowException">The plan says something else about the resource, or nothing.</exception>
    public static async Task RequireAsync(WorkflowPlan plan, Step step, EnsureCall call, CancellationToken cancellationToken)
    {
        var key = call.Policy.Key;
        var planned = plan.Steps.FirstOrDefault(other => other.Step == step.Name);
        var said = planned?.Resources.FirstOrDefault(resource => resource.Model == key.Model && resource.Instance == key.Instance);
        if (said is null && planned is { Note: not null } || said?.Instance.Contains("(known after apply)", StringComparison.Ordinal) == true) return;
        if (said is null && planned?.Resources.Any(resource => resource.Model == key.Model && resource.Instance.Contains("(known after apply)", StringComparison.Ordinal)) == true) return;
        if (said is null) throw Differs(key, "the plan says nothing of it");
        if (said.Fingerprint is { } fingerprint && fingerprint != call.Policy.Input.Fingerprint) throw Differs(key, "what is wanted has changed since the plan");
        if (said.Verdict == Verdict.Unknown) return;
        var (now, _) = await new CreatePlanner(call, plan.Refreshed).PlanAsync(cancellationToken).ConfigureAwait(false);
        if (now.Verdict != said.Verdict || (said.Id is not null && now.Id != said.Id))
            throw Differs(key, $"the plan says {said.Verdict}{(said.Id is null ? "" : $" '{said.Id}'")}, and now it would be {now.Verdict}{(now.Id is null ? "" : $" '{now.Id}'")} ({now.Reason})");
    }

    private static WorkflowException Differs(ResourceKey key, string why) => new($"Nothing was sent for {key}: {why}. Make a new plan.");
}
