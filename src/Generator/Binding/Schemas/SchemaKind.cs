namespace Semel.Generator.Binding.Schemas;

/// <summary>What a schema describes once its compositions are merged.</summary>
internal enum SchemaKind
{
    /// <summary>Nothing is said about the value.</summary>
    Any,
    Object,
    Map,
    List,
    String,
    Integer,
    Number,
    Boolean,
    /// <summary>One of several scalar types.</summary>
    Scalars,
    /// <summary>Shapes that have no common view, such as a text or an object.</summary>
    Mixed,
}
