namespace Semel;

/// <summary>The instants of a write, or of the removal of old versions, between which a process can die; tests stop it there.</summary>
internal enum WriteStep
{
    /// <summary>The current version was read and is the expected one.</summary>
    Compared,

    /// <summary>The new version is on the disk under its temporary name.</summary>
    Prepared,

    /// <summary>The version before it is in the history.</summary>
    Kept,

    /// <summary>The new version is the record.</summary>
    Published,

    /// <summary>The oldest version is out of the history.</summary>
    Removed,
}
