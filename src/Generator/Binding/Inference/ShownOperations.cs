using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>The operations that the document shows at <c>…/operations/{id}</c>: with an id, and a status whose values tell success from failure.</summary>
internal sealed class ShownOperations(BindingContext context)
{
    private static readonly string[] Statuses = ["status", "state"];
    private static readonly string[] Succeeded = ["succeeded", "success", "successful", "completed", "complete", "done", "finished"];
    private static readonly string[] Failed = ["failed", "failure", "error", "errored", "canceled", "cancelled", "aborted", "timeout", "timedout"];
    private static readonly string[] Holders = ["resource", "reference", "target", "result", "response", "entity"];

    public IEnumerable<ShownOperation> All(SpecOperation create)
    {
        var known = create.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).Select(parameter => parameter.Name).ToList();
        return context.Paths.Index.Operations.Where(path => IsFilled(path, known) && CreatePlaceRule.Collection(path.Path) != create.Path).Select(path => Read(path.Path)).OfType<ShownOperation>();
    }

    /// <summary>A path that the create's parameters and the operation's id fill.</summary>
    private static bool IsFilled(PathSegments path, List<string> known)
    {
        for (var i = 0; i < path.Segments.Length - 1; i++)
        {
            if (PathTable.Parameter(path.Segments[i]) is { } parameter && !known.Contains(parameter)) return false;
        }

        return true;
    }

    private ShownOperation? Read(string path)
    {
        var read = context.Operations.Read(path, context.Paths.Item(path)!).FirstOrDefault(operation => operation.Method == "GET");
        if (read?.Reply.Schema is not { } place) return null;
        var reply = context.Reader.Read(place);
        return Read(path, reply, "") ?? (context.Properties.Find(reply, "operation") is { } inner ? Read(path, inner, "operation.") : null);
    }

    private ShownOperation? Read(string path, Schema operation, string prefix)
    {
        var properties = context.Properties.Properties(operation).ToList();
        var id = properties.Find(property => Words.Flat(property.Name) is "id" or "operationid" && property.Schema.IsScalar).Name;
        var (status, values) = properties.Find(property => Statuses.Contains(Words.Flat(property.Name)) && property.Schema.Values.Count > 0);
        if (id is null || status is null) return null;
        var succeeded = values.Values.Where(value => Succeeded.Contains(Words.Flat(value))).ToEquatableArray();
        if (succeeded.Count == 0) return null;
        var failed = values.Values.Where(value => Failed.Contains(Words.Flat(value))).ToEquatableArray();
        var resource = Resource(properties);
        return new(operation, id, resource, new LongRunningModel(null, null, path, prefix + status, succeeded, failed, resource is null ? null : prefix + resource));
    }

    /// <summary>Where the operation names the resource: <c>resource_id</c>, <c>database_id</c>, <c>reference.id</c>.</summary>
    private string? Resource(List<(string Name, Schema Schema)> properties)
    {
        string[] holders = [string.Concat(context.Name.Singular), .. Holders];
        foreach (var holder in holders)
        {
            if (properties.Find(property => Words.Flat(property.Name) == holder + "id" && property.Schema.IsScalar).Name is { } id) return id;
            if (properties.Find(property => Words.Flat(property.Name) == holder && property.Schema.Property("id") is not null).Name is { } held) return held + ".id";
        }

        return null;
    }
}

/// <summary>An operation that can be read.</summary>
/// <param name="Schema">The operation itself.</param>
/// <param name="Id">Its id inside it.</param>
/// <param name="ResourceId">The resource's id inside it, or null.</param>
/// <param name="Model">How it is followed by its path.</param>
internal sealed record ShownOperation(Schema Schema, string Id, string? ResourceId, LongRunningModel Model);
