using System.Text.Json.Nodes;
using Semel.Testing.Definitions;
using Semel.Testing.Http;
using Semel.Testing.Rules;
using Semel.Testing.Storage;

namespace Semel.Testing.Operations;

/// <summary>The checks of a body that a create and an update share.</summary>
internal static class Input
{
    public static Reply? Problem(CloudState cloud, RoutedRequest request, IReadOnlyList<PropertyDefinition> properties)
    {
        if (request.Request.Body is not { } body) return Reply.Problem(400, "bad_request", "The body must be a JSON object.");
        string? problem = new ObjectRule(properties).Problem(body, "", cloud.Store);
        return problem is null ? null : Unprocessable(problem);
    }

    public static Reply? NameTaken(CloudState cloud, ResourceDefinition definition, JsonObject body, StoredResource? itself = null)
    {
        if (!definition.UniqueName) return null;
        string name = (string)body["name"]!;
        StoredResource? holder = cloud.Store.FindByName(definition, name);
        return holder is null || holder == itself
            ? null
            : Reply.Problem(409, "already_exists", $"The name of a {definition.Singular} must be unique, and {name} exists.");
    }

    /// <summary>What is stored of the body: not what only the server sets, nor what it drops.</summary>
    public static JsonObject Settable(CloudState cloud, RoutedRequest request)
    {
        JsonObject body = request.Request.Body!;
        return cloud.Kept(new JsonObject(
            from property in request.Definition.Properties
            where body.ContainsKey(property.Name)
            select KeyValuePair.Create(property.Name, body[property.Name]?.DeepClone())));
    }

    public static Reply Unprocessable(string problem) => Reply.Problem(422, "unprocessable_entity", problem);
}
