namespace Semel.Simulation;

/// <summary>Guards of the repository and of the wire that a negative control switches off.</summary>
[Flags]
internal enum Sabotage
{
    None = 0,

    /// <summary>Every runner gets every lock.</summary>
    NoLocks = 1,

    /// <summary>Writes don't look at the version.</summary>
    NoCompareAndSet = 2,

    /// <summary>Damaged records read as absent.</summary>
    DamagedIsAbsent = 4,

    /// <summary>The durable intent to delete is not written.</summary>
    ForgetsIntentsToDelete = 8,

    /// <summary>The body of a create can be sent again.</summary>
    ReusableContent = 16,

    /// <summary>Nobody recognises a record that he wrote himself.</summary>
    ForgetsOwnWrites = 64,

    /// <summary>A create has no body: what it says is in a header.</summary>
    NoBody = 32,
}
