namespace Semel.Generator.Binding;

/// <summary>What can be overridden of one resource: by an attribute's property, and in the document by an extension at the create or at its path.</summary>
internal static class OverrideNames
{
    public const string Prefix = "x-semel-";
    public const string Ignore = Prefix + "ignore";

    /// <summary>The attribute's properties, in the order of its documentation.</summary>
    public static readonly IReadOnlyList<string> Properties =
    [
        "Key", "Id", "IdParameter", "Envelope", "Read", "List", "ListItems", "Paging", "Update", "Delete", "Guarantee", "Marker", "IdempotencyKey", "KeyWindowHours", "Ready", "Failed", "Gone", "OwnsSet",
    ];

    public static IEnumerable<string> Extensions => Properties.Select(Extension).Append(Ignore);

    /// <summary><c>x-semel-list-items</c> of <c>ListItems</c>.</summary>
    public static string Extension(string property) => Prefix + string.Join("-", Words.Of(property));
}
