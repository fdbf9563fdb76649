namespace Semel.CommandLine.Tests;

/// <summary>What a process left: its exit code, what it wrote, and what it wrote on the error stream.</summary>
internal sealed record Screenful(int ExitCode, string Output, string Error)
{
    public override string ToString() => $"exit code {ExitCode}\n{Output}\n{Error}";
}
