namespace Semel.Simulation;

/// <summary>The simulation itself is wrong, not what it simulates.</summary>
internal sealed class HarnessException(string message, Exception? inner = null) : Exception(message, inner);
