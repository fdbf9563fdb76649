using System.Text.Json.Nodes;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class CreateOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request)
    {
        if (Input.Problem(cloud, request, request.Definition.Properties) is { } invalid) return invalid;
        JsonObject body = Input.Settable(cloud, request);
        if (Input.NameTaken(cloud, request.Definition, body) is { } conflict) return conflict;
        StoredResource resource = cloud.Add(request.Definition, body);
        cloud.RecordApplied("POST", request.Request.Path, resource);
        return request.Definition.AnswersOperation
            ? Envelope.Of(cloud, request.Definition.CreatedStatus, cloud.AddOperation(resource))
            : Envelope.Of(cloud, request.Definition.CreatedStatus, resource);
    }
}
