using System.Text.Json.Nodes;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

internal static class Envelope
{
    public static Reply Of(CloudState cloud, int status, StoredResource resource) =>
        new(status, new JsonObject { [resource.Definition.Singular] = resource.Show(cloud.Now) });
}
