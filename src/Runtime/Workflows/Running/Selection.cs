namespace Semel.Workflows;

/// <summary>The steps that a run is about.</summary>
internal static class Selection
{
    /// <summary>The named steps and all that they need, in the order of the workflow.</summary>
    /// <exception cref="WorkflowException">A name is none of the workflow's.</exception>
    public static IReadOnlyList<Step> Of(Workflow workflow, IReadOnlyList<string> only)
    {
        Require(workflow, only);
        if (only.Count == 0) return workflow.Steps;
        var wanted = new HashSet<Step>();
        foreach (var step in workflow.Steps.Reverse())
        {
            if (only.Any(step.Answers)) wanted.Add(step);
            if (wanted.Contains(step)) wanted.UnionWith(step.Needs);
        }

        return [.. workflow.Steps.Where(wanted.Contains)];
    }

    /// <exception cref="WorkflowException">A name is none of the workflow's.</exception>
    public static void Require(Workflow workflow, IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !workflow.Steps.Any(step => step.Answers(name))) is { } unknown)
            throw new WorkflowException($"The workflow '{workflow.Name}' has no step '{unknown}'. It has: {string.Join(", ", workflow.Steps.Select(step => step.Name))}.");
    }
}
