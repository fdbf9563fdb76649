namespace Semel.CommandLine;

/// <summary>What a command does where <c>--repository</c> names a folder that doesn't exist. The program's own default may be missing: nothing was recorded yet.</summary>
internal enum MissingFolder
{
    /// <summary>It makes the folder.</summary>
    IsMade,

    /// <summary>It says so and goes on: a plan comes before the first run.</summary>
    IsSaid,

    /// <summary>It does nothing: what is asked of the records would be answered as if there were none.</summary>
    IsWrong,
}
