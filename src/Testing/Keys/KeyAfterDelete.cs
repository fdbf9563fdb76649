namespace Semel.Testing;

/// <summary>What a key does once the resource that it made is deleted.</summary>
public enum KeyAfterDelete
{
    /// <summary>The first reply is sent again, though what it names is gone.</summary>
    Replay,

    /// <summary>The key is forgotten: a repeat makes a second resource.</summary>
    Forget,

    /// <summary>A repeat is answered 410.</summary>
    Refuse,
}
