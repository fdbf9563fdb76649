using System.CommandLine;

namespace Semel.CommandLine;

/// <summary>What a program says beyond its workflow.</summary>
public sealed record SemelAppOptions
{
    /// <summary>What names are unique in: <c>prod</c>; the option <c>--scope</c> goes before it.</summary>
    public required string Scope { get; init; }

    /// <summary>Where the records are, as <c>--repository</c> takes it. Default: the folder <c>.semel</c>.</summary>
    public string Repository { get; init; } = ".semel";

    /// <summary>Opens what <c>--repository</c> names. Default: a <see cref="FileDataRepository"/> in that folder.</summary>
    public Func<string, IDataRepository> OpenRepository { get; init; } = static folder => new FileDataRepository(folder);

    /// <summary>What is assumed and how long is waited. Default: <see cref="SemelOptions"/> as it is.</summary>
    public SemelOptions Options { get; init; } = new();

    /// <summary>What the program does, for its help.</summary>
    public string Description { get; init; } = "Runs a workflow that creates what is not there yet: run it twice, get one.";

    /// <summary>Options of the program's own, which every command takes. Default: none.</summary>
    public IReadOnlyList<Option> More { get; init; } = [];

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
