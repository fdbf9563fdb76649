namespace Semel;

/// <summary>The data repository cannot be read or written; nothing was sent that was not recorded.</summary>
public sealed class StateException(string message, string? location = null, Exception? innerException = null)
    : SemelException(message, innerException)
{
    /// <summary>The file or row, where there is one.</summary>
    public string? Location { get; } = location;
}
