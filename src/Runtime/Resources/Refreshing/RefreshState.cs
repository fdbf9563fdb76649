namespace Semel;

/// <summary>What a refresh found.</summary>
public enum RefreshState
{
    /// <summary>It is as recorded.</summary>
    Unchanged,

    /// <summary>It is there, and other than it was recorded; now it is recorded so.</summary>
    Changed,

    /// <summary>It is gone; its last attributes are kept.</summary>
    Gone,

    /// <summary>Nothing is recorded.</summary>
    NotRecorded,

    /// <summary>A create or a delete of it is not finished; nothing was asked.</summary>
    Unfinished,

    /// <summary>Whether it is there could not be found out; the record is as it was.</summary>
    Unknown,
}
