using System.Globalization;
using System.Text.Json.Nodes;
using Semel.Testing.Definitions;

namespace Semel.Testing.Storage;

/// <summary>What the server knows, and its switches. Everything but <see cref="Log"/> is used under <see cref="Gate"/>.</summary>
internal sealed class CloudState(CloudOptions options)
{
    public Lock Gate { get; } = new();

    public ResourceStore Store { get; } = new();

    public RequestLog Log { get; } = new();

    public List<AppliedMutation> Applied { get; } = [];

    public string? Token => options.Token;

    public TimeProvider Clock => options.TimeProvider;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Known once the server listens.</summary>
    public Uri? BaseAddress { get; set; }

    public TimeSpan ListLag { get; set; }

    public Task ListedAfter { get; set; } = Task.CompletedTask;

    public int? PageSizeCap { get; set; }

    public bool ForbidReads { get; set; }

    public bool SoftDelete { get; set; }

    /// <summary>Stores a resource under a new id, or under its own where it has one.</summary>
    public StoredResource Add(ResourceDefinition definition, JsonObject body, bool lagging)
    {
        DateTimeOffset now = Now;
        string id = body[definition.IdProperty]?.ToString() ?? Store.NewId(definition, body);
        var resource = new StoredResource(definition, id, Complete(definition, id, body, now))
        {
            ListedFrom = lagging ? now + ListLag : now,
            ListedAfter = lagging ? ListedAfter : Task.CompletedTask,
            ActiveFrom = definition.Starts ? now + options.StartupTime : now,
        };
        Store.Add(resource);
        return resource;
    }

    public void RecordApplied(string method, string path, StoredResource resource) =>
        Applied.Add(new AppliedMutation(method, path, resource.Definition.Plural, resource.Id, resource.Name, Now));

    /// <summary>Back to an empty server that tells no lies.</summary>
    public void Reset()
    {
        Store.Clear();
        Applied.Clear();
        Log.Clear();
        ListLag = TimeSpan.Zero;
        ListedAfter = Task.CompletedTask;
        PageSizeCap = null;
        ForbidReads = false;
        SoftDelete = false;
    }

    private static JsonObject Complete(ResourceDefinition definition, string id, JsonObject body, DateTimeOffset now)
    {
        var json = new JsonObject { [definition.IdProperty] = definition.Id.ToNode(id) };
        foreach (PropertyDefinition property in definition.Properties)
        {
            if (property.WriteOnly || property.Name == definition.IdProperty) continue;
            json[property.Name] = body.TryGetPropertyValue(property.Name, out JsonNode? value) ? value?.DeepClone() : property.Default();
        }

        json["created_at"] = body["created_at"]?.DeepClone() ?? now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        if (body["status"] is { } status) json["status"] = status.DeepClone();
        return json;
    }
}
