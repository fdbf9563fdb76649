using System.Text.Json.Nodes;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class Envelope
{
    public static Reply Of(CloudState cloud, int status, StoredResource resource) =>
        new(status, new JsonObject { [resource.Definition.Singular] = resource.Show(cloud.Now) });

    public static Reply Of(CloudState cloud, int status, StoredOperation operation) =>
        new(status, new JsonObject { ["operation"] = operation.Show(cloud.Now, !cloud.HidesNewIds) })
        {
            Headers = [new("Operation-Location", new Uri(cloud.BaseAddress!, $"/v1/operations/{operation.Id}").AbsoluteUri)],
        };
}
