namespace Semel.Testing;

/// <summary>Where a <see cref="FaultRepository"/> can fail.</summary>
public enum RepositoryPoint
{
    /// <summary>Before a record is looked for.</summary>
    BeforeFind,

    /// <summary>After a record was found, or that there is none.</summary>
    AfterFind,

    /// <summary>Before a record is written.</summary>
    BeforeWrite,

    /// <summary>After a record was written, or that another version is there: what is written stays.</summary>
    AfterWrite,

    /// <summary>Before a lock is asked for.</summary>
    BeforeLock,

    /// <summary>After a lock was taken.</summary>
    AfterLock,
}
