namespace Semel.Workflows;

/// <summary>Whether what a run created is deleted at its end, in reverse order.</summary>
public enum Teardown
{
    /// <summary>It stays.</summary>
    Never,

    /// <summary>It is deleted when a step failed.</summary>
    OnFailure,

    /// <summary>It is deleted in any case: for rehearsals.</summary>
    OnCompletion,
}
