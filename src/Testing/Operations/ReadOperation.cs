using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class ReadOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request) =>
        !cloud.ForbidReads && cloud.Store.Find(request.Definition, request.Id) is { } resource
            ? Envelope.Of(cloud, 200, resource)
            : Reply.NotFound(request.What);
}
