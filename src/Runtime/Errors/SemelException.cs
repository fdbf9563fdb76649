namespace Semel;

/// <summary>Base of everything Semel throws on purpose. The message says what happened, to what, and what to do.</summary>
public abstract class SemelException(string message, Exception? innerException = null) : Exception(message, innerException);
