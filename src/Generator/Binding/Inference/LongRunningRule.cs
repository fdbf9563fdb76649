using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create may answer 202 with an operation that makes the resource: in a header such as <c>Operation-Location</c>, in a property
/// <c>operation</c> of the reply, or as the whole reply. It is one where a GET at <c>…/operations/{id}</c> shows an id and a status
/// whose values say what came of it.
/// </summary>
internal sealed class LongRunningRule(BindingContext context)
{
    private const string Property = "operation";

    private static readonly string[] Headers = ["Operation-Location", "Azure-AsyncOperation"];

    public LongRunningReply? Find(SpecOperation create, Schema? reply)
    {
        var accepted = context.References.Get(create.Place, "responses")?.Get("202") is { } place ? context.References.Resolve(place) : null;
        var answer = accepted is null ? reply : Answer(create, accepted);
        foreach (var operation in new ShownOperations(context).All(create))
        {
            var named = Named(answer, operation);
            var header = accepted is null ? null : Header(accepted);
            if (named is null && (accepted is null || header is null)) continue;
            var isReply = named is not null && answer!.Pointer == reply?.Pointer && IsAlone(answer, named);
            var model = accepted is null ? null : operation.Model with { Header = header, IdInReply = named is null ? null : Join(named, operation.Id), Path = named is null ? null : operation.Model.Path };
            if (model is not null || isReply) return new(model, isReply, model is null && operation.ResourceId is { } id ? Join(named!, id) : null);
        }

        return null;
    }

    private Schema? Answer(SpecOperation create, Located accepted) =>
        context.Dialect.Reply(create.Place, accepted).Schema is { } schema ? context.Reader.Read(schema) : null;

    /// <summary>Where the reply holds the operation: in its property, or, empty, as a whole; null where it holds none.</summary>
    private string? Named(Schema? answer, ShownOperation operation)
    {
        if (answer is null) return null;
        if (answer.Pointer == operation.Schema.Pointer) return "";
        return answer.Property(Property) is not null && context.Properties.Find(answer, Property + "." + operation.Id) is not null ? Property : null;
    }

    /// <summary>Whether the reply shows no resource beside the operation.</summary>
    private static bool IsAlone(Schema answer, string named) =>
        named.Length == 0 || answer.Properties.All(property => property.Name == named || Companions.Contains(property.Name));

    private string? Header(Located accepted)
    {
        var declared = accepted.Node.Get("headers").Members();
        var own = declared.Select(entry => entry.Key).FirstOrDefault(name => Headers.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (own is not null) return own;
        // a Location is that of the resource, unless it is said to be the operation's
        var location = declared.FirstOrDefault(entry => string.Equals(entry.Key, "Location", StringComparison.OrdinalIgnoreCase));
        return location is not null && accepted.Get("headers")!.Get(location.Key) is { } place && context.References.Resolve(place) is { } header
            && Phrases.HasAny(header.Node.Get("description").AsString() ?? "", "operation") ? location.Key : null;
    }

    private static string Join(string holder, string path) => holder.Length == 0 ? path : holder + "." + path;
}

/// <summary>What a create's reply says of an operation.</summary>
/// <param name="Model">How it is followed; null where no reply is a 202, so that nothing is.</param>
/// <param name="IsReply">Whether the create's usual reply is the operation, and not the resource.</param>
/// <param name="IdInReply">Where that reply holds the resource's id, if it isn't followed; else null.</param>
internal sealed record LongRunningReply(LongRunningModel? Model, bool IsReply, string? IdInReply);
