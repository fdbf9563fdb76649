using System.Text.Json.Nodes;
using Semel.Testing.Definitions;

namespace Semel.Testing;

public sealed partial class CloudServer
{
    /// <summary>What was applied, in that order. Seeding and removing behind the client's back are not in it.</summary>
    public IReadOnlyList<AppliedMutation> Applied
    {
        get
        {
            lock (_cloud.Gate) return [.. _cloud.Applied];
        }
    }

    /// <summary>Every request that arrived whole, in that order.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _cloud.Log.Snapshot();

    /// <summary>The requests that could change something, whether or not they did.</summary>
    public IReadOnlyList<ReceivedRequest> Mutations => [.. Requests.Where(request => request.IsMutation)];

    /// <summary>The resources of a kind that are alive now, copied, in the order of their creation.</summary>
    /// <param name="kind">One of <see cref="CloudKind"/>.</param>
    public IReadOnlyList<JsonObject> Live(string kind)
    {
        ResourceDefinition definition = Catalogue.Get(kind);
        lock (_cloud.Gate)
        {
            _cloud.Settle();
            return [.. _cloud.Store.All(definition).Where(resource => !resource.SoftDeleted).Select(resource => resource.Show(_cloud.Now))];
        }
    }

    /// <summary>How many resources of a kind are alive now.</summary>
    /// <param name="kind">One of <see cref="CloudKind"/>.</param>
    public int Count(string kind)
    {
        ResourceDefinition definition = Catalogue.Get(kind);
        lock (_cloud.Gate)
        {
            _cloud.Settle();
            return _cloud.Store.All(definition).Count(resource => !resource.SoftDeleted);
        }
    }

    /// <summary>How many POSTs for a kind arrived, whatever became of them.</summary>
    /// <param name="kind">One of <see cref="CloudKind"/>; buckets are made by PUT, see <see cref="Mutations"/>.</param>
    public int Posts(string kind)
    {
        string path = Catalogue.Get(kind).CollectionPath;
        return Requests.Count(request => request.Method == "POST" && request.Path == path);
    }
}
