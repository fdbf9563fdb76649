using System.Text.Json.Nodes;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

/// <summary>Creates at the address that the client chose, or replaces what is there.</summary>
internal static class PutOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request)
    {
        if (request.Definition.IdRule?.Problem(request.Id, request.Definition.IdProperty, cloud.Store) is { } invalidId) return Input.Unprocessable(invalidId);
        if (Input.Problem(cloud, request, request.Definition.Properties) is { } invalid) return invalid;
        return cloud.Store.Find(request.Definition, request.Id) switch
        {
            null => Create(cloud, request),
            { SoftDeleted: true } => Reply.Problem(409, "already_exists", $"A deleted {request.Definition.Singular} still holds the name {request.Id}."),
            _ when WantsNone(request) && !cloud.IgnoresPreconditions => Reply.Problem(412, "precondition_failed", $"The {request.What} exists."),
            { } existing => Replace(cloud, request, existing),
        };
    }

    private static bool WantsNone(RoutedRequest request) => request.Request.Received.Header("If-None-Match") == "*";

    private static Reply Create(CloudState cloud, RoutedRequest request)
    {
        JsonObject body = Input.Settable(cloud, request);
        body[request.Definition.IdProperty] = request.Id;
        StoredResource resource = cloud.Add(request.Definition, body);
        cloud.RecordApplied("PUT", request.Request.Path, resource);
        return Envelope.Of(cloud, 201, resource);
    }

    private static Reply Replace(CloudState cloud, RoutedRequest request, StoredResource existing)
    {
        existing.Replace(request.Definition.Properties, Input.Settable(cloud, request));
        cloud.RecordApplied("PUT", request.Request.Path, existing);
        return Envelope.Of(cloud, 200, existing);
    }
}
