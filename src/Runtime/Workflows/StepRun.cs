namespace Semel.Workflows;

/// <summary>What the body of a step is told.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Attempt">From 1; greater where it is run again.</param>
/// <param name="IsPlan">True: the step is planned. Creates answer what is expected, and changes through Semel are refused; a body does nothing else that changes anything.</param>
/// <param name="CancellationToken">Cancelled when the run is cancelled or the step's time is over. Creates know it without being given it.</param>
public sealed record StepRun(string Step, int Attempt, bool IsPlan, CancellationToken CancellationToken);
