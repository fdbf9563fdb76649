namespace Semel;

/// <summary>Somebody tried to send a body a second time, or to keep a copy of it that could be sent again.</summary>
internal sealed class RepeatedSendException(string message) : InvalidOperationException(message);
