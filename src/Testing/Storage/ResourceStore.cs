using System.Globalization;
using System.Text.Json.Nodes;
using Semel.Testing.Definitions;
using Semel.Testing.Rules;

namespace Semel.Testing.Storage;

/// <summary>The resources, in the order of their creation. Its owner holds the lock.</summary>
internal sealed class ResourceStore : IReferences
{
    // past 32 bits, so that a client that reads an id into an int fails here and not in production
    private const long FirstServerId = 4_200_000_001;

    private readonly Dictionary<string, OrderedDictionary<string, StoredResource>> _resources =
        Catalogue.All.ToDictionary(definition => definition.Plural, _ => new OrderedDictionary<string, StoredResource>());

    private long _nextServerId = FirstServerId;

    /// <summary>All that are shown, soft-deleted ones included.</summary>
    public IEnumerable<StoredResource> All(ResourceDefinition definition) => _resources[definition.Plural].Values;

    public StoredResource? Find(ResourceDefinition definition, string id) => _resources[definition.Plural].GetValueOrDefault(id);

    public StoredResource? FindByName(ResourceDefinition definition, string name) =>
        definition.Id == IdKind.Name ? Find(definition, name) : All(definition).FirstOrDefault(resource => resource.Name == name);

    public bool Exists(string kind, string id) => _resources[kind].TryGetValue(id, out StoredResource? resource) && !resource.SoftDeleted;

    public string NewId(ResourceDefinition definition, JsonObject json) => definition.Id switch
    {
        IdKind.Uuid => Guid.NewGuid().ToString(),
        IdKind.Integer => (_nextServerId++).ToString(CultureInfo.InvariantCulture),
        IdKind.Name => (string)json["name"]!,
    };

    public void Add(StoredResource resource)
    {
        _resources[resource.Definition.Plural].Add(resource.Id, resource);
        // a seeded id is not given again
        if (resource.Definition.Id == IdKind.Integer)
            _nextServerId = Math.Max(_nextServerId, long.Parse(resource.Id, CultureInfo.InvariantCulture) + 1);
    }

    public bool Remove(StoredResource resource) => _resources[resource.Definition.Plural].Remove(resource.Id);

    /// <summary>Forgets every resource; ids are not used again.</summary>
    public void Clear()
    {
        foreach (OrderedDictionary<string, StoredResource> resources in _resources.Values) resources.Clear();
    }

    /// <summary>Every live resource with a property that names this one.</summary>
    public IEnumerable<(StoredResource Holder, PropertyDefinition Property)> References(StoredResource target) =>
        from definition in Catalogue.All
        from property in definition.Properties
        where property.ReferencedKind == target.Definition.Plural
        from holder in All(definition)
        where !holder.SoftDeleted && Names(holder.Json[property.Name], target.Id)
        select (holder, property);

    private static bool Names(JsonNode? value, string id) => value switch
    {
        null => false,
        JsonArray items => items.Any(item => item?.ToString() == id),
        _ => value.ToString() == id,
    };
}
