namespace Semel;

/// <summary>Whether a create makes a new resource though the record names one.</summary>
public enum Recreate
{
    /// <summary>No: the recorded one is used.</summary>
    Never,

    /// <summary>A new one beside the recorded one, whose id is kept as superseded.</summary>
    Force,

    /// <summary>The recorded one is deleted first; for names that are unique.</summary>
    DeleteFirst,

    /// <summary>The recorded one is deleted when the new one is ready and its follow-ups have run.</summary>
    CreateFirst,
}
