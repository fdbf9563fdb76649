namespace Semel;

/// <summary>Whether a recorded resource is read from the remote before it is trusted.</summary>
public enum Verify
{
    /// <summary>The record is trusted; no request is sent.</summary>
    Never,

    /// <summary>The resource is read by its recorded id first; a confirmed absence creates it again.</summary>
    WithGet,
}
