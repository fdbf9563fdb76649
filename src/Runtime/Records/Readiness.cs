namespace Semel;

/// <summary>Whether a resource came to the state it was created for.</summary>
public enum Readiness
{
    /// <summary>It can be used.</summary>
    Ready,

    /// <summary>It is on its way.</summary>
    Pending,

    /// <summary>It ended in a state that it will not leave for better.</summary>
    Failed,
}
