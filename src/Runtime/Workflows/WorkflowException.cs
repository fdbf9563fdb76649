namespace Semel.Workflows;

/// <summary>A workflow that is not run as it is: nothing was sent.</summary>
public sealed class WorkflowException(string message) : SemelException(message);
