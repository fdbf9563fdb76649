using System.Text.Json.Nodes;
using Semel.Testing.Definitions;

namespace Semel.Testing.Storage;

/// <summary>One resource as the server keeps it.</summary>
internal sealed class StoredResource(ResourceDefinition definition, string id, JsonObject json)
{
    public ResourceDefinition Definition { get; } = definition;

    public string Id { get; } = id;

    public JsonObject Json { get; } = json;

    /// <summary>Empty where the kind has none.</summary>
    public string Name => (string?)Json["name"] ?? "";

    /// <summary>When lists begin to show it.</summary>
    public required DateTimeOffset ListedFrom { get; init; }

    /// <summary>What lists wait for before they show it.</summary>
    public required Task ListedAfter { get; init; }

    /// <summary>When it stops being new.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    /// <summary>What it is once it has started.</summary>
    public required CreationEnd End { get; init; }

    /// <summary>Deleted, but still shown.</summary>
    public bool SoftDeleted { get; set; }

    public bool IsListed(DateTimeOffset now) => now >= ListedFrom && ListedAfter.IsCompleted;

    /// <summary>Sets each of the properties; one that is left out returns to its default.</summary>
    public void Replace(IEnumerable<PropertyDefinition> properties, JsonObject body)
    {
        foreach (PropertyDefinition property in properties.Where(property => !property.WriteOnly))
            Json[property.Name] = body.TryGetPropertyValue(property.Name, out JsonNode? value) ? value?.DeepClone() : property.Default();
    }

    /// <summary>A copy as a reply shows it.</summary>
    public JsonObject Show(DateTimeOffset now)
    {
        var shown = (JsonObject)Json.DeepClone();
        if (SoftDeleted) shown["status"] = "off";
        else if (!shown.ContainsKey("status")) shown["status"] = Status(now);
        return shown;
    }

    private string Status(DateTimeOffset now) =>
        now < ActiveFrom ? Definition.StartingStatus
        : End == CreationEnd.Error ? "error"
        : Definition.ReadyStatus;
}
