using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>A resource may have a property whose listed values are its states. They are shown to people, who choose what to wait for.</summary>
internal static class StatesRule
{
    private const int Most = 16;

    private static readonly string[] Names = ["status", "state", "phase", "lifecyclestate", "provisioningstate", "provisioningstatus"];

    public static StatesModel? Find(PropertyPaths paths, Schema resource)
    {
        var (name, schema) = paths.Properties(resource).FirstOrDefault(property => Names.Contains(Words.Flat(property.Name)) && property.Schema.Values.Count is > 1 and <= Most);
        return name is null ? null : new(name, schema.Values.ToEquatableArray());
    }
}
