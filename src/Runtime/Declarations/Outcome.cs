namespace Semel;

/// <summary>What an ensured create did.</summary>
public enum Outcome
{
    /// <summary>One POST was sent and applied.</summary>
    Created,

    /// <summary>The record named the resource; nothing was created.</summary>
    Reused,

    /// <summary>A resource that existed already was recorded as ours; nothing was created.</summary>
    Adopted,

    /// <summary>The resource was brought to the requested state.</summary>
    Updated,

    /// <summary>The recorded resource was gone, or is replaced as wanted; a new one was created in the next generation.</summary>
    Replaced,
}
