namespace Semel.Workflows;

/// <summary>Finds, before anything is sent, two steps that make one resource, as far as steps only say what to create.</summary>
internal static class Preflight
{
    /// <exception cref="WorkflowException">Two steps make one resource.</exception>
    public static async Task RunAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        var keys = new KeyClaims();
        var outputs = new Outputs();
        foreach (var step in steps.Where(step => step.IsDeclared && step.Needs.All(outputs.Has)))
        {
            try
            {
                var scope = new KeyScope(step, keys);
                outputs.Set(step, await scope.RunAsync(() => step.InvokeAsync(new StepRun(step.Name, 1, IsPlan: true, cancellationToken), outputs)).ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is not WorkflowException)
            {
                // its key depends on what is not known yet, or its request is refused: its run says which
            }
        }
    }
}
