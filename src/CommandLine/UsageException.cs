namespace Semel.CommandLine;

/// <summary>The command line says something that can't be.</summary>
internal sealed class UsageException(string message) : Exception(message);
