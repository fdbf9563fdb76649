using Semel.Testing.Definitions;
using Semel.Testing.Keys;
using Semel.Testing.Operations;
using Semel.Testing.Storage;

namespace Semel.Testing.Http;

/// <summary>Every route that the server answers.</summary>
internal static class RouteTable
{
    public static readonly IReadOnlyList<Route> All =
    [
        .. Catalogue.All.SelectMany(RoutesOf),
        new("GET", Catalogue.Operation.ItemPath, Catalogue.Operation, OperationOperation.Answer),
    ];

    /// <summary>The kind and the id that a path names; null where it names nothing.</summary>
    public static (ResourceDefinition Definition, string Id)? Locate(string path)
    {
        string[] segments = path.Split('/');
        if (segments.Length is < 3 or > 4 || segments[0].Length > 0 || segments[1] != "v1") return null;
        string id = segments.Length == 4 ? segments[3] : "";
        if (segments.Length == 4 && id.Length == 0) return null;
        ResourceDefinition? definition = All.Select(route => route.Definition).FirstOrDefault(candidate => candidate.Plural == segments[2]);
        return definition is null ? null : (definition, id);
    }

    public static Reply Answer(CloudState cloud, CloudRequest request)
    {
        if (Locate(request.Path) is not { } location) return Reply.NotFound($"path {request.Path}");
        string template = location.Id.Length == 0 ? location.Definition.CollectionPath : location.Definition.ItemPath;
        List<Route> routes = [.. All.Where(route => route.Template == template)];
        if (routes.Count == 0) return Reply.NotFound($"path {request.Path}");
        return routes.Find(route => route.Method == request.Method) is { } found
            ? found.Operation(cloud, new RoutedRequest(request, location.Definition, location.Id))
            : MethodNotAllowed(request.Method, routes);
    }

    private static Reply MethodNotAllowed(string method, IEnumerable<Route> routes)
    {
        string allowed = string.Join(", ", routes.Select(route => route.Method));
        return Reply.Problem(405, "method_not_allowed", $"{method} is not possible here; {allowed} is.") with { Headers = [new("Allow", allowed)] };
    }

    private static IEnumerable<Route> RoutesOf(ResourceDefinition definition)
    {
        yield return new Route("GET", definition.CollectionPath, definition, ListOperation.Answer);
        yield return definition.PutCreates
            ? new Route("PUT", definition.ItemPath, definition, PutOperation.Answer)
            : new Route("POST", definition.CollectionPath, definition, KeyedCreate.Answer);
        yield return new Route("GET", definition.ItemPath, definition, ReadOperation.Answer);
        if (definition.Updatable) yield return new Route("PUT", definition.ItemPath, definition, UpdateOperation.Answer);
        yield return new Route("DELETE", definition.ItemPath, definition, DeleteOperation.Answer);
    }
}
