namespace Semel.Workflows;

/// <summary>What a run would do about a resource.</summary>
public enum Verdict
{
    /// <summary>It is created.</summary>
    Create,

    /// <summary>The recorded one is used.</summary>
    Reuse,

    /// <summary>One that exists is recorded as ours.</summary>
    Adopt,

    /// <summary>It is brought to what is wanted.</summary>
    Update,

    /// <summary>A new one is created in place of the recorded one.</summary>
    Replace,

    /// <summary>The run would stop: the reason says why, and what to do.</summary>
    Stuck,

    /// <summary>The records alone don't tell; a plan with a refresh asks the API.</summary>
    Unknown,
}
