namespace Semel.Workflows;

/// <summary>A body that is planned was about to change something that is no create. The planner takes it as the end of what can be planned; a body need not catch it.</summary>
public sealed class NotPlannedException(string what)
    : SemelException($"A plan changes nothing: {what} is left to the run.");
