namespace Semel.Generator.Model;

/// <summary>The shape a value has in C#.</summary>
internal enum TypeKind
{
    /// <summary>string</summary>
    String,
    /// <summary>bool</summary>
    Boolean,
    /// <summary>int (format int32)</summary>
    Int32,
    /// <summary>long</summary>
    Int64,
    /// <summary>double</summary>
    Double,
    /// <summary>DateTimeOffset (format date-time)</summary>
    DateTime,
    /// <summary>DateOnly (format date)</summary>
    Date,
    /// <summary>Semel.JsonScalar: one of several scalar types</summary>
    Scalar,
    /// <summary>JsonNode: anything</summary>
    Json,
    /// <summary>A view: <see cref="TypeReference.Identity"/> names its <see cref="ObjectModel"/>.</summary>
    Object,
    /// <summary>A string-backed struct: <see cref="TypeReference.Identity"/> names its <see cref="EnumModel"/>.</summary>
    Enum,
    /// <summary>IReadOnlyList of <see cref="TypeReference.Item"/></summary>
    List,
    /// <summary>IReadOnlyDictionary from string to <see cref="TypeReference.Item"/></summary>
    Map,
    /// <summary>System.IO.Stream: a body that is sent as it is</summary>
    Stream,
    /// <summary>Semel.Download: a reply that is read as it comes</summary>
    Download,
}

/// <summary>A use of a type.</summary>
/// <param name="Identity">For <see cref="TypeKind.Object"/> and <see cref="TypeKind.Enum"/>: where the schema stands, as a JSON pointer
/// into the document (<c>#/components/schemas/droplet</c>, <c>#/paths/~1v2~1vpcs/post/requestBody</c>).</param>
/// <param name="Item">For <see cref="TypeKind.List"/> and <see cref="TypeKind.Map"/>.</param>
internal sealed record TypeReference(TypeKind Kind, string? Identity = null, TypeReference? Item = null)
{
    /// <summary>Of a list or a map: whether its items may be null.</summary>
    public bool HasNulls { get; init; }
}

/// <summary>A type that has to be emitted, once per document.</summary>
/// <param name="Identity">Where its schema stands; equal identities are one type.</param>
/// <param name="Name">The wanted C# name, a valid Pascal-case identifier. Collisions in a document are resolved when it is emitted.</param>
/// <param name="Rank">Who keeps a contested name: 0 a component, 1 a resource's request, 2 an inline schema.</param>
/// <param name="Documentation">Plain text from the document, or null.</param>
internal abstract record TypeModel(string Identity, string Name, int Rank, string? Documentation);

/// <summary>A view over a JSON object; allOf, oneOf and anyOf are already merged into its properties.</summary>
internal sealed record ObjectModel(
    string Identity, string Name, int Rank, string? Documentation,
    EquatableArray<PropertyModel> Properties) : TypeModel(Identity, Name, Rank, Documentation);

/// <summary>A string-backed struct with known values.</summary>
/// <param name="Values">The values as in the document, without duplicates and nulls, in its order.</param>
internal sealed record EnumModel(
    string Identity, string Name, int Rank, string? Documentation,
    EquatableArray<string> Values) : TypeModel(Identity, Name, Rank, Documentation);

/// <summary>A property of a view.</summary>
/// <param name="JsonName">As in the document.</param>
/// <param name="Name">The wanted C# name, a valid Pascal-case identifier; collisions are resolved when it is emitted.</param>
/// <param name="Required">The schema says that it is always there: its C# type isn't nullable.</param>
/// <param name="Settable">A request may have to set it: with <paramref name="Required"/> it becomes C# <c>required</c>.</param>
/// <param name="Nullable">The schema allows null: setting null writes null instead of removing the property.</param>
internal sealed record PropertyModel(
    string JsonName, string Name, TypeReference Type, bool Required, bool Settable, bool Nullable, bool Deprecated, string? Documentation);
