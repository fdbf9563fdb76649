namespace Semel.Workflows;

/// <summary>What a check finds.</summary>
public enum FindingKind
{
    /// <summary>It carries the mark of one of our keys, and no record names it.</summary>
    Orphan,

    /// <summary>It is recorded, and gone.</summary>
    Missing,

    /// <summary>There are several of one key.</summary>
    Duplicate,

    /// <summary>It was replaced or superseded, and is still there.</summary>
    Superseded,

    /// <summary>A create or a delete of it is not finished, or may have been applied.</summary>
    Indeterminate,

    /// <summary>It could not be found out.</summary>
    Unknown,

    /// <summary>It carries a mark of Semel that is of none of the keys that are known: another scope's or program's. It is not counted.</summary>
    Foreign,
}
