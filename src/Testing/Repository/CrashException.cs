namespace Semel.Testing;

/// <summary>The process of a <see cref="FaultRepository"/> is dead; nothing that comes after this is done by it.</summary>
public sealed class CrashException() : Exception("Scripted: the process is dead.");
