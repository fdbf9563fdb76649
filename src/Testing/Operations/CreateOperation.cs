using System.Text.Json.Nodes;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class CreateOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request)
    {
        if (Input.Problem(cloud, request, request.Definition.Properties) is { } invalid) return invalid;
        JsonObject body = Settable(request);
        if (Input.NameTaken(cloud, request.Definition, body) is { } conflict) return conflict;
        StoredResource resource = cloud.Add(request.Definition, body, lagging: true);
        cloud.RecordApplied("POST", request.Request.Path, resource);
        return Envelope.Of(cloud, request.Definition.CreatedStatus, resource);
    }

    /// <summary>The body without what only the server sets.</summary>
    private static JsonObject Settable(RoutedRequest request) => new(
        from property in request.Definition.Properties
        where request.Request.Body!.ContainsKey(property.Name)
        select KeyValuePair.Create(property.Name, request.Request.Body![property.Name]?.DeepClone()));
}
