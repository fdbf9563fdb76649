namespace Semel;

/// <summary>What to do with a resource of the same name that carries no proof of being ours.</summary>
public enum OnExists
{
    /// <summary>Stop with a <see cref="ConflictException"/>; nothing is created and nothing recorded.</summary>
    Fail,

    /// <summary>Names in this scope are ours: exactly one match is adopted.</summary>
    Adopt,
}
