using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A read at another place reads what was created where it shows all that the create's reply shows: an id alone, or the same
/// resource. Two kinds of things that happen to be called alike differ in something; what the address takes all parts of may differ in one of ten.
/// </summary>
internal static class SameShapeRule
{
    public static bool Holds(Schema created, Schema read) => created.Properties.Count > 0 && (created.Pointer == read.Pointer || Missing(created, read) == 0);

    public static bool NearlyHolds(Schema created, Schema read) => created.Pointer == read.Pointer || Missing(created, read) * 10 < created.Properties.Count;

    private static int Missing(Schema created, Schema read)
    {
        var shown = new HashSet<string>(read.Properties.Select(property => Words.Flat(property.Name)), StringComparer.Ordinal);
        return created.Properties.Count(property => !shown.Contains(Words.Flat(property.Name)) && !Companions.Contains(property.Name));
    }
}
