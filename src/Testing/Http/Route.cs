using Semel.Testing.Definitions;
using Semel.Testing.Storage;

namespace Semel.Testing.Http;

/// <summary>One operation of one kind of resource; <paramref name="Template"/> is as in the description: <c>/v1/servers/{server_id}</c>.</summary>
internal sealed record Route(string Method, string Template, ResourceDefinition Definition, Operation Operation);

/// <summary>Answers a routed request; called under the state's lock.</summary>
internal delegate Reply Operation(CloudState cloud, RoutedRequest request);

/// <summary>A request and what its path names; <paramref name="Id"/> is empty where that is the collection.</summary>
internal sealed record RoutedRequest(CloudRequest Request, ResourceDefinition Definition, string Id)
{
    public string What => $"{Definition.Singular} with the {Definition.IdProperty} {Id}";
}
