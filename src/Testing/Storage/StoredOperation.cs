using System.Globalization;
using System.Text.Json.Nodes;

namespace Semel.Testing.Storage;

/// <summary>What a client asks after while a resource is being made.</summary>
internal sealed record StoredOperation(string Id, StoredResource Resource, DateTimeOffset CreatedAt)
{
    /// <summary>As a reply shows it; <paramref name="namesAtOnce"/>: with the resource's id before it is done.</summary>
    public JsonObject Show(DateTimeOffset now, bool namesAtOnce)
    {
        bool done = now >= Resource.ActiveFrom;
        bool failed = done && Resource.End != CreationEnd.Ready;
        return new JsonObject
        {
            ["id"] = Id,
            ["status"] = failed ? "failed" : done ? "succeeded" : "running",
            ["resource_id"] = namesAtOnce || (done && Resource.End != CreationEnd.Nothing) ? Resource.Id : null,
            ["message"] = failed ? $"The {Resource.Definition.Singular} could not be created." : null,
            ["created_at"] = CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        };
    }
}
