namespace Semel;

/// <summary>What to do with a resource of the same name that carries no proof of being ours.</summary>
public enum OnExists
{
    /// <summary>Stop with a <see cref="ConflictException"/>; nothing is created and nothing recorded.</summary>
    Fail,

    /// <summary>Names in this scope are ours: exactly one match is adopted.</summary>
    Adopt,

    /// <summary>As <see cref="Adopt"/>, and brought to what is wanted: one update of the properties that the API updates. Needs an update operation.</summary>
    Update,

    /// <summary>As <see cref="Adopt"/>, then deleted and created anew in the next generation. Needs a delete operation.</summary>
    Replace,
}
