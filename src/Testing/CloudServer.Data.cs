using System.Text.Json.Nodes;
using Semel.Testing.Definitions;
using Semel.Testing.Storage;

namespace Semel.Testing;

public sealed partial class CloudServer
{
    /// <summary>Puts a resource there behind the client's back: nothing is checked, counted or hidden from lists.</summary>
    /// <param name="kind">One of <see cref="CloudKind"/>.</param>
    /// <param name="json">The resource, with its name where the kind has one; what is left out is filled in, the id and <c>status</c> included.</param>
    /// <returns>The id, as text.</returns>
    public string Seed(string kind, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        ResourceDefinition definition = Catalogue.Get(kind);
        if (JsonNode.Parse(json) is not JsonObject body || (definition.HasName && !IsText(body["name"])))
            throw new ArgumentException($"A seeded {definition.Singular} must be a JSON object{(definition.HasName ? " with a name" : "")}.", nameof(json));
        lock (_cloud.Gate)
        {
            if (body[definition.IdProperty] is { } id && _cloud.Store.Find(definition, id.ToString()) is not null)
                throw new ArgumentException($"A {definition.Singular} with the {definition.IdProperty} {id} exists.", nameof(json));
            return _cloud.Add(definition, body, seeded: true).Id;
        }
    }

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);

    /// <summary>Takes a resource away behind the client's back; what refers to it keeps its id.</summary>
    /// <param name="kind">One of <see cref="CloudKind"/>.</param>
    /// <param name="id">The id, as text.</param>
    /// <returns>True where it was there.</returns>
    public bool Remove(string kind, string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        ResourceDefinition definition = Catalogue.Get(kind);
        lock (_cloud.Gate) return _cloud.Store.Find(definition, id) is { } resource && _cloud.Store.Remove(resource);
    }

    /// <summary>Adds resources that equal one in everything but the id, names that must be unique included.</summary>
    /// <param name="kind">One of <see cref="CloudKind"/>, but neither <see cref="CloudKind.Tags"/> nor <see cref="CloudKind.Buckets"/>: their names are their ids.</param>
    /// <param name="id">The id of the resource to copy.</param>
    /// <param name="count">How many copies.</param>
    /// <returns>The ids of the copies.</returns>
    public IReadOnlyList<string> AddDuplicates(string kind, string id, int count = 1)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ResourceDefinition definition = Catalogue.Get(kind);
        if (definition.Id == IdKind.Name) throw new ArgumentException($"Two {kind} cannot have one name.", nameof(kind));
        lock (_cloud.Gate)
        {
            StoredResource original = _cloud.Store.Find(definition, id)
                ?? throw new ArgumentException($"There is no {definition.Singular} with the id {id}.", nameof(id));
            var copy = (JsonObject)original.Json.DeepClone();
            copy.Remove(definition.IdProperty);
            return [.. Enumerable.Range(0, count).Select(_ => _cloud.Add(definition, copy, seeded: true).Id)];
        }
    }
}
