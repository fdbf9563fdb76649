namespace Semel.Workflows;

/// <summary>A planned create stops, and with it the body that it is in.</summary>
internal sealed class StuckException(string reason) : SemelException(reason);
