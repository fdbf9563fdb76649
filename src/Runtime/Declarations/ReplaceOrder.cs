namespace Semel;

/// <summary>What comes first when a resource is replaced.</summary>
public enum ReplaceOrder
{
    /// <summary>The old one is deleted first; for names that are unique.</summary>
    DeleteFirst,

    /// <summary>The old one is deleted when the new one is ready and its follow-ups have run.</summary>
    CreateFirst,
}
