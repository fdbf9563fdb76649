namespace Semel.CommandLine;

/// <summary>What the exit code of a program says.</summary>
public enum ExitCode
{
    /// <summary>All is done.</summary>
    Done = 0,

    /// <summary>Something failed, the plan says that it would, or a step cannot be planned; run again when the cause is mended.</summary>
    Failed = 1,

    /// <summary>The command line is wrong, or the question was answered with no; nothing was done.</summary>
    Usage = 2,

    /// <summary>A check found something to be looked at.</summary>
    Found = 3,

    /// <summary>Nothing was done: two steps make one resource, the records cannot be read, or the plan is not what would be done.</summary>
    Refused = 4,

    /// <summary>Stopped by Ctrl-C or a signal; what was in flight is recorded.</summary>
    Stopped = 130,
}
