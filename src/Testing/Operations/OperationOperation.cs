using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class OperationOperation
{
    public static Reply Answer(CloudState cloud, RoutedRequest request) =>
        !cloud.ForbidReads && cloud.Operations.TryGetValue(request.Id, out StoredOperation? operation)
            ? Envelope.Of(cloud, 200, operation) with { Headers = [] }
            : Reply.NotFound(request.What);
}
