using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What the update can change: the properties that its body and the create's have. What only the create's has, only a new resource can have.
/// Says why it can't be sent with what a create knows, where it can't.
/// </summary>
internal sealed class UpdateBodyRule(BindingContext context, ResourceOperations operations, Schema resource)
{
    public (UpdateModel? Update, string? Problem) Find()
    {
        if (operations is not { Update: { Body: { } body } update, Item: { } item }) return (null, $"{context.Place} has no update with a body");
        if (update.Parameters.FirstOrDefault(parameter => parameter.Required && parameter.Place is not ParameterPlace.Path && !IsIfMatch(parameter)) is { } needed)
            return (null, $"{update} needs '{needed.Name}'");
        var taken = context.Reader.Read(body);
        var names = taken.Properties.Select(property => property.Name).ToList();
        var shared = names.FindAll(name => operations.Request.Property(name) is not null);
        if (shared.Count == 0) return (null, $"{update} takes no property that the create takes");
        if (update.Content is { Kind: not ContentKind.Json } && shared.Exists(name => Property(taken, name) is { IsScalar: false, Kind: not SchemaKind.List }))
            return (null, $"{update} takes an object in a form");
        var isWhole = update.Method == "PUT";
        return (new(update.Method.ToUpperInvariant(), update.Path, (isWhole ? names : shared).ToEquatableArray())
        {
            Content = update.Content?.Kind ?? ContentKind.Json,
            MediaType = update.Content is { Kind: ContentKind.Json } media ? MediaTypes.Said(media.Type) : null,
            Nullable = shared.FindAll(name => Property(taken, name) is { Nullable: true }).ToEquatableArray(),
            Kept = isWhole ? names.FindAll(name => IsShownAlike(taken, name)).ToEquatableArray() : [],
            NeedsIfMatch = update.Parameters.Any(parameter => IsIfMatch(parameter) && parameter.Required),
        }, null);
    }

    private static bool IsIfMatch(SpecParameter parameter) => parameter.Place == ParameterPlace.Header && parameter.Name.Equals("If-Match", StringComparison.OrdinalIgnoreCase);

    /// <summary>By its name as it is: a dot in it leads nowhere.</summary>
    private Schema? Property(Schema schema, string name) => schema.Property(name) is { } property ? context.Reader.Read(schema, property) : null;

    /// <summary>What the resource shows in the shape in which it is sent can be sent back as it is.</summary>
    private bool IsShownAlike(Schema taken, string name)
    {
        if (resource.Property(name) is not { } shown || taken.Property(name) is not { } sent) return false;
        var (there, wanted) = (context.Reader.Read(resource, shown), context.Reader.Read(taken, sent));
        return !there.ReadOnly && there.Kind == wanted.Kind && (there.Kind != SchemaKind.List || context.Reader.Items(there)?.Kind == context.Reader.Items(wanted)?.Kind);
    }
}
