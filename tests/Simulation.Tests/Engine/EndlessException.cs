namespace Semel.Simulation;

/// <summary>What is simulated goes round in circles: its history ends here, and is judged.</summary>
internal sealed class EndlessException(string message) : Exception(message);
