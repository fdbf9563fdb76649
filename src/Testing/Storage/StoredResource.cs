using System.Text.Json.Nodes;
using Semel.Testing.Definitions;

namespace Semel.Testing.Storage;

/// <summary>One resource as the server keeps it.</summary>
internal sealed class StoredResource(ResourceDefinition definition, string id, JsonObject json)
{
    public ResourceDefinition Definition { get; } = definition;

    public string Id { get; } = id;

    public JsonObject Json { get; } = json;

    public string Name => (string)Json["name"]!;

    /// <summary>When lists begin to show it.</summary>
    public required DateTimeOffset ListedFrom { get; init; }

    /// <summary>What lists wait for before they show it.</summary>
    public required Task ListedAfter { get; init; }

    /// <summary>When it stops being new.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    /// <summary>Deleted, but still shown.</summary>
    public bool SoftDeleted { get; set; }

    public bool IsListed(DateTimeOffset now) => now >= ListedFrom && ListedAfter.IsCompleted;

    /// <summary>A copy as a reply shows it.</summary>
    public JsonObject Show(DateTimeOffset now)
    {
        var shown = (JsonObject)Json.DeepClone();
        if (SoftDeleted) shown["status"] = "off";
        else if (!shown.ContainsKey("status")) shown["status"] = now >= ActiveFrom ? "active" : "new";
        return shown;
    }
}
