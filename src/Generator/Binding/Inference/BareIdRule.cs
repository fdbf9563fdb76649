using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create may answer with the id and nothing around it: <c>123</c>, or <c>"abc"</c>. A number is the id where a read or a list shows a number that
/// its path takes, and nothing calls it a count; a text only where it is a UUID or is said to be an id, for many an API answers <c>"OK"</c>.
/// </summary>
internal sealed class BareIdRule(BindingContext context)
{
    /// <summary>The reply itself, as the path of the id in it.</summary>
    public const string Reply = "$";

    private static readonly string[] Counts = ["count", "number of", "amount", "code", "total"];

    public bool Holds(ResourceOperations found, Schema? reply)
    {
        if ((found.ReadReply ?? found.ListReply) is null) return false;
        if (context.Overrides.Id == Reply) return reply is null or { Kind: SchemaKind.Any } or { IsScalar: true };
        if (found.Item is null || reply is not { Values.Count: 0, Kind: SchemaKind.Integer or SchemaKind.String }) return false;
        var said = Said(found, reply);
        var words = Words.Of(said);
        if (reply.Kind == SchemaKind.String) return reply.Format is "uuid" or "guid" || words.Any(word => word is "id" or "identifier" or "uuid" or "guid");
        return !Phrases.HasAny(said, Counts) && Kind(found) is SchemaKind.Integer or SchemaKind.Number;
    }

    /// <summary>The resource, which a read or else a list shows.</summary>
    public static Schema Shown(ResourceOperations found) => (found.ReadReply ?? found.ListReply)!.Resource;

    private SchemaKind? Kind(ResourceOperations found)
    {
        var shown = Shown(found);
        var id = new IdRule(context.Properties, context.Name).Find(shown, null, found.Item?.Parameter, null, found.Request);
        return id is null ? null : context.Properties.Find(shown, id)?.Kind;
    }

    /// <summary>What the document says of the reply: where it is described, and in its schema.</summary>
    private string Said(ResourceOperations found, Schema reply)
    {
        var replies = context.References.Get(found.Create.Place, "responses");
        var success = (replies?.Node.Members() ?? []).Where(entry => entry.Key.StartsWith("2", StringComparison.Ordinal))
            .Select(entry => replies!.Get(entry.Key) is { } place ? context.References.Resolve(place)?.Node.Get("description").AsString() : null);
        return string.Join("\n", [reply.Prose, .. success.OfType<string>()]);
    }
}
