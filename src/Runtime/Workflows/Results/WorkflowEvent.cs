namespace Semel.Workflows;

/// <summary>What happens in a run.</summary>
/// <param name="Step">The step's name.</param>
public abstract record WorkflowEvent(string Step)
{
    /// <summary>The step is begun.</summary>
    public sealed record Begun(string Step) : WorkflowEvent(Step);

    /// <summary>Something is about to be done for a resource, and why.</summary>
    /// <param name="Step">The step's name.</param>
    /// <param name="Key">The resource.</param>
    /// <param name="What">What is done: <c>Look</c>, <c>Post</c>, <c>Write</c> …</param>
    /// <param name="Reason">Why.</param>
    public sealed record Decided(string Step, ResourceKey Key, string What, string Reason) : WorkflowEvent(Step);

    /// <summary>A create waits.</summary>
    /// <param name="Step">The step's name.</param>
    /// <param name="Key">The resource.</param>
    /// <param name="Left">How long still.</param>
    /// <param name="Reason">For what.</param>
    public sealed record Waiting(string Step, ResourceKey Key, TimeSpan Left, string Reason) : WorkflowEvent(Step);

    /// <summary>A resource is there.</summary>
    /// <param name="Step">The step's name.</param>
    /// <param name="Resource">The resource.</param>
    public sealed record Ensured(string Step, EnsuredResource Resource) : WorkflowEvent(Step);

    /// <summary>The step is run again after an error that passes.</summary>
    /// <param name="Step">The step's name.</param>
    /// <param name="Attempt">The one that begins then.</param>
    /// <param name="After">When.</param>
    /// <param name="Error">The error.</param>
    public sealed record Retrying(string Step, int Attempt, TimeSpan After, Exception Error) : WorkflowEvent(Step)
    {
        /// <summary>What the error says, without the advice to run again: that is done here.</summary>
        public string Reason => Error is UnknownException unknown ? unknown.What : Error.Message;
    }

    /// <summary>The step is over.</summary>
    /// <param name="Step">The step's name.</param>
    /// <param name="Result">What came of it.</param>
    public sealed record Ended(string Step, StepResult Result) : WorkflowEvent(Step);
}
