namespace Semel.Testing;

/// <summary>How a creation that takes time ends.</summary>
public enum CreationEnd
{
    /// <summary>The resource is ready, its operation <c>succeeded</c>.</summary>
    Ready,

    /// <summary>The resource stays, with the status <c>error</c>; its operation <c>failed</c>.</summary>
    Error,

    /// <summary>The resource goes away again; its operation <c>failed</c>.</summary>
    Nothing,
}
