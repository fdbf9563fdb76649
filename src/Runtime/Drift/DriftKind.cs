namespace Semel;

/// <summary>What made a resource differ from what is wanted.</summary>
public enum DriftKind
{
    /// <summary>The program asks for something else than it did.</summary>
    InputChanged,

    /// <summary>The resource was changed by somebody else, or was never as wanted.</summary>
    RemoteDrift,
}
