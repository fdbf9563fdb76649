namespace Semel;

/// <summary>What an API can change of a resource that is there.</summary>
/// <param name="Properties">The properties of the request that an update sets; null: any, as far as is known.</param>
internal sealed record UpdateAbility(IReadOnlyList<string>? Properties)
{
    /// <summary>What an update leaves out is unset: a PUT, or a merge patch, which says null.</summary>
    public bool Unsets { get; init; } = true;

    /// <summary>Properties that may be set to null.</summary>
    public IReadOnlyList<string> Nullable { get; init; } = [];

    /// <summary>True when an update can bring the property to what is wanted. A list or a map is unset by an empty one.</summary>
    public bool Reaches(string root, string? before, string? wanted) =>
        (Properties is null || Properties.Contains(root))
        && (wanted is not null || Unsets || Nullable.Contains(root) || before is ['[' or '{', ..]);
}
