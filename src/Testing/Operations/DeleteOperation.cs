using System.Text.Json.Nodes;
using Semel.Testing.Definitions;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class DeleteOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request)
    {
        if (cloud.Store.Find(request.Definition, request.Id) is not { SoftDeleted: false } resource) return Reply.NotFound(request.What);
        List<(StoredResource Holder, PropertyDefinition Property)> references = [.. cloud.Store.References(resource)];
        foreach ((StoredResource holder, PropertyDefinition property) in references)
        {
            if (property.BlocksDelete)
                return Reply.Problem(409, "in_use", $"The {request.What} is in use by the {holder.Definition.Singular} {holder.Name}.");
        }

        foreach ((StoredResource holder, PropertyDefinition property) in references) Detach(holder, property, resource.Id);
        if (cloud.SoftDelete) resource.SoftDeleted = true;
        else cloud.Store.Remove(resource);
        cloud.RecordApplied("DELETE", request.Request.Path, resource);
        return new Reply(204);
    }

    private static void Detach(StoredResource holder, PropertyDefinition property, string id)
    {
        if (holder.Json[property.Name] is JsonArray items) items.RemoveAll(item => item?.ToString() == id);
        else holder.Json[property.Name] = null;
    }
}
