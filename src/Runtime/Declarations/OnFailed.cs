namespace Semel;

/// <summary>What to do with a resource that ended in an error state.</summary>
public enum OnFailed
{
    /// <summary>Stop with a <see cref="NotReadyException"/> that names it; a person decides.</summary>
    Fail,

    /// <summary>Use it as it is.</summary>
    Keep,

    /// <summary>Delete it and create it again, once in a run.</summary>
    Replace,
}
