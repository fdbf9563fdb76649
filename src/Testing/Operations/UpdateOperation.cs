using System.Text.Json.Nodes;
using Semel.Testing.Definitions;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

/// <summary>Replaces every property that can be changed; one that is left out returns to its default.</summary>
internal static class UpdateOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request)
    {
        if (cloud.Store.Find(request.Definition, request.Id) is not { SoftDeleted: false } resource) return Reply.NotFound(request.What);
        List<PropertyDefinition> changeable = [.. request.Definition.Properties.Where(property => !property.Fixed)];
        if (Input.Problem(cloud, request, changeable) is { } invalid) return invalid;
        JsonObject body = request.Request.Body!;
        if (ChangedFixed(request.Definition, resource.Json, body) is { } name) return Input.Unprocessable($"{name} cannot be changed.");
        if (Input.NameTaken(cloud, request.Definition, body, resource) is { } conflict) return conflict;
        resource.Replace(changeable, Input.Settable(cloud, request));
        cloud.RecordApplied("PUT", request.Request.Path, resource);
        return Envelope.Of(cloud, 200, resource);
    }

    private static string? ChangedFixed(ResourceDefinition definition, JsonObject current, JsonObject body) =>
        definition.Properties
            .FirstOrDefault(property => property.Fixed
                && body.TryGetPropertyValue(property.Name, out JsonNode? value)
                && !JsonNode.DeepEquals(value, current[property.Name]))
            ?.Name;
}
