namespace Semel.CommandLine;

/// <summary>The command line says something that can't be, or lacks something. What defines the workflow may throw it about the program's own options: the message is shown, and the program ends with <see cref="ExitCode.Usage"/>.</summary>
/// <param name="message">Which option it is and what it wants.</param>
public sealed class UsageException(string message) : Exception(message);
