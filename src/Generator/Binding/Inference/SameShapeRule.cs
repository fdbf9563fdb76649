using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A read at another place reads what was created where it shows all that the create's reply shows: an id alone, or the same
/// resource. Two kinds of things that happen to be called alike differ in something.
/// </summary>
internal static class SameShapeRule
{
    public static bool Holds(Schema created, Schema read)
    {
        if (created.Properties.Count == 0) return false;
        if (created.Pointer == read.Pointer) return true;
        var shown = new HashSet<string>(read.Properties.Select(property => Words.Flat(property.Name)), StringComparer.Ordinal);
        return created.Properties.All(property => shown.Contains(Words.Flat(property.Name)) || Companions.Contains(property.Name));
    }
}
