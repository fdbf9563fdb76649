using System.Text.Json;

namespace Semel.Workflows;

/// <summary>What a run would do, step by step.</summary>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Scope">The scope of its resources.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Refreshed">True when the API was asked.</param>
/// <param name="Steps">The selected steps, in the order of the workflow.</param>
public sealed record WorkflowPlan(string Workflow, string Scope, DateTimeOffset MadeAt, bool Refreshed, IReadOnlyList<StepPlan> Steps)
{
    /// <summary>How many resources have this verdict.</summary>
    public int Count(Verdict verdict) => Steps.SelectMany(step => step.Resources).Count(resource => resource.Verdict == verdict);

    /// <summary>A run would change nothing.</summary>
    public bool IsUpToDate => Steps.All(step => step.Note is null && step.Resources.All(resource => resource.Verdict == Verdict.Reuse && resource.Duties.Count == 0));

    /// <summary>A run would stop at a resource that is stuck, or a step could not be planned.</summary>
    public bool WouldFail => Count(Verdict.Stuck) > 0 || Steps.Any(step => step.Failed);

    /// <summary>The plan as JSON, for people and for <see cref="FromJson"/>. It holds no secret.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PlanJson.Default.WorkflowPlan);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="WorkflowException">It is no plan.</exception>
    public static WorkflowPlan FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PlanJson.Default.WorkflowPlan) ?? throw new WorkflowException("The plan is null.");
        }
        catch (JsonException exception)
        {
            throw new WorkflowException($"This is no plan: {exception.Message}");
        }
    }
}
