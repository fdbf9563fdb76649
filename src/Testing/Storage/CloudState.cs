using System.Globalization;
using System.Text.Json.Nodes;
using Semel.Testing.Definitions;
using Semel.Testing.Keys;

namespace Semel.Testing.Storage;

/// <summary>What the server knows, and its switches. Everything but <see cref="Log"/> is used under <see cref="Gate"/>.</summary>
internal sealed class CloudState(CloudOptions options)
{
    public Lock Gate { get; } = new();

    public ResourceStore Store { get; } = new();

    public Dictionary<string, StoredOperation> Operations { get; } = [];

    public KeyStore Keys { get; } = new();

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

    public CreationEnd CreationEnd { get; set; }

    public bool HidesNewIds { get; set; }

    public bool IgnoresPreconditions { get; set; }

    public IReadOnlySet<string> DroppedProperties { get; set; } = new HashSet<string>();

    /// <summary>Stores a resource under a new id, or under its own where it has one.</summary>
    /// <param name="definition">Its kind.</param>
    /// <param name="body">What the client set.</param>
    /// <param name="seeded">True: the switches that change what is created do not act.</param>
    public StoredResource Add(ResourceDefinition definition, JsonObject body, bool seeded = false)
    {
        DateTimeOffset now = Now;
        string id = body[definition.IdProperty]?.ToString() ?? Store.NewId(definition, body);
        var resource = new StoredResource(definition, id, Complete(definition, id, body, now))
        {
            ListedFrom = seeded ? now : now + ListLag,
            ListedAfter = seeded ? Task.CompletedTask : ListedAfter,
            ActiveFrom = definition.Starts ? now + options.StartupTime : now,
            End = seeded || !definition.AnswersOperation ? CreationEnd.Ready : CreationEnd,
        };
        Store.Add(resource);
        return resource;
    }

    public StoredOperation AddOperation(StoredResource resource)
    {
        var operation = new StoredOperation(Guid.NewGuid().ToString(), resource, Now);
        Operations.Add(operation.Id, operation);
        return operation;
    }

    /// <summary>Takes away what was being made and came to nothing.</summary>
    public void Settle()
    {
        DateTimeOffset now = Now;
        foreach (StoredOperation operation in Operations.Values)
        {
            if (operation.Resource is { End: CreationEnd.Nothing } resource && now >= resource.ActiveFrom) Store.Remove(resource);
        }
    }

    /// <summary>What the server stores of a body: not what it drops.</summary>
    public JsonObject Kept(JsonObject body) =>
        new(body.Where(member => !DroppedProperties.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    public void RecordApplied(string method, string path, StoredResource resource) =>
        Applied.Add(new AppliedMutation(method, path, resource.Definition.Plural, resource.Id, resource.Name, Now));

    /// <summary>Back to an empty server that tells no lies.</summary>
    public void Reset()
    {
        Store.Clear();
        Operations.Clear();
        Keys.Reset();
        Applied.Clear();
        Log.Clear();
        ListLag = TimeSpan.Zero;
        ListedAfter = Task.CompletedTask;
        PageSizeCap = null;
        ForbidReads = false;
        SoftDelete = false;
        CreationEnd = CreationEnd.Ready;
        HidesNewIds = false;
        IgnoresPreconditions = false;
        DroppedProperties = new HashSet<string>();
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
