using Semel.Generator.Binding.Operations;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>Says of what was found why it is taken, and how sure that is, for people who read it.</summary>
internal sealed class FactReasons(BindingContext context, ResourceOperations operations, ResourceId id)
{
    public IEnumerable<InferredFact> All(string? naturalKey, MarkerModel? marker, IdempotencyKeyModel? key, ListFact? list)
    {
        if (operations.Read is { } read) yield return Said("Read", read.ToString()) ?? OfRead(read);
        if (list is not null) yield return OfList(list);
        if (operations.Update is { } update) yield return Said("Update", update.ToString()) ?? new("Update", update.ToString(), Certainty.Usual, $"{update.Method} of the item's path");
        if (operations.Delete is { } delete) yield return Said("Delete", delete.ToString()) ?? new("Delete", delete.ToString(), Certainty.Usual, "DELETE of the item's path");
        yield return OfId();
        if (operations.Item is var (_, parameter)) yield return Said("IdParameter", parameter) ?? new("IdParameter", parameter, Certainty.Usual, IdPath.IsOfSeveral(parameter) ? "the parameters behind the collection" : "the last parameter of the item's path");
        if (naturalKey is not null) yield return Said("Key", naturalKey) ?? OfKey(naturalKey);
        if (marker is not null) yield return Said("Marker", marker.Property) ?? new("Marker", marker.Property, Certainty.Usual, "request and resource share it, and it takes any text");
        if (key is not null) yield return Said("IdempotencyKey", key.Name) ?? new("IdempotencyKey", key.Name, Certainty.Stated, "the create takes it");
    }

    private InferredFact? Said(string name, string value)
    {
        if (context.Declaration.Overrides.Says(name)) return new(name, value, Certainty.Declared, "by the attribute");
        return context.Said.PlaceOf(name) is null ? null : new(name, value, Certainty.Declared, "by " + OverrideNames.Extension(name) + " in the document");
    }

    private InferredFact OfRead(SpecOperation read)
    {
        var value = read.ToString();
        if (context.Place.IsChosen && read.Path == context.Place.Path) return new("Read", value, Certainty.Usual, "GET of the address that the client chooses");
        if (!read.Path.StartsWith(PathTable.Stem(context.Collection) + "/", StringComparison.Ordinal))
        {
            return read.Path.Split('/').Length == context.Collection.Split('/').Length + 1
                ? new("Read", value, Certainty.Usual, "beside the collection, by its word in the singular")
                : new("Read", value, Certainty.Stated, "at a shorter path, and it shows what the create answers with");
        }

        if (operations.ReadReply is { } reply && ListOfOneRule.Is(reply)) return new("Read", value, Certainty.Usual, "one parameter behind the collection; it answers with a list of that one");
        return new("Read", value, Certainty.Usual, read.Path.Split('/').Length > context.Collection.TrimEnd('/').Split('/').Length + 1 && IdPath.IsOfSeveral(id.Path) ? "several parameters behind the collection" : "one parameter behind the collection");
    }

    private InferredFact OfList(ListFact list)
    {
        var fact = Said("List", list.Operation) ?? new("List", list.Operation, Certainty.Usual, $"GET of the collection, items at {list.Items ?? "$"}");
        if (operations.Read is null && operations.IdInRequest is null && list.Problem is null) return fact with { Reason = fact.Reason + "; nothing reads one by its id, so the item with that id says whether it is there" };
        return list.Problem is null ? fact : fact with { Reason = $"{fact.Reason}; not used, since {list.Problem}" };
    }

    private InferredFact OfId()
    {
        var envelope = operations.CreateReply.Path is { } path && operations.ReplyIsResource ? path + "." : "";
        var value = id.InReply is null ? envelope + id.Path : id.InReply;
        if (Said("Id", value) is { } said) return said;
        if (operations.ReplyIsId) return new("Id", value, Certainty.Stated, "the create's reply is nothing else");
        if (operations.ReplyIsList) return new("Id", value, Certainty.Usual, "the create answers with a list of the one resource");
        if (operations.Operation is not null) return new("Id", value, Certainty.Stated, "the operation that makes it leads to it");
        if (!id.IsShown) return new("Id", id.Path, Certainty.Stated, context.Place.IsChosen ? "the address that the client chooses ends with it" : "the create's Location ends with it");
        if (operations.IsUndescribed) return new("Id", id.Path, Certainty.Assumed, "the document describes no reply that shows it");
        if (!operations.IsReplyDescribed) return new("Id", id.Path, Certainty.Assumed, "the document doesn't describe the create's reply; the read shows it");
        if (IdPath.IsOfSeveral(id.Path)) return new("Id", value, Certainty.Usual, $"what the path's '{operations.Item?.Parameter}' take");
        if (operations.Item is var (_, parameter) && Words.Same(id.Created, parameter)) return new("Id", value, Certainty.Stated, $"called as the path's parameter '{parameter}'");
        if (operations.Item is var (_, longer) && Words.EndsWith(longer, id.Created)) return new("Id", value, Certainty.Stated, $"called as the end of the path's parameter '{longer}'");
        if (IdPath.IsAddress(id.Created)) return new("Id", value, Certainty.Assumed, "it is what the resource's own address ends with");
        if (IdRule.IsCalledId(id.Created)) return new("Id", value, Certainty.Usual, "what ids are called");
        return new("Id", value, Certainty.Assumed, "what the path's parameter seems to take");
    }

    private InferredFact OfKey(string key)
    {
        if (key == id.Created) return new("Key", key, Certainty.Stated, "it addresses the resource");
        if (CreateParameters.InQuery(key) is not null) return new("Key", key, Certainty.Usual, "the create takes the name in its query");
        if (CreateParameters.Parts(key).Length > 1) return new("Key", key, Certainty.Usual, "these tell one from another");
        var last = Words.Of(key.Substring(key.LastIndexOf('.') + 1));
        if (last.Count > 0 && last[last.Count - 1] is "id" or "uid") return new("Key", key, Certainty.Stated, "the client's own id");
        return last.Count > 0 && last[last.Count - 1] == "name"
            ? new("Key", key, Certainty.Usual, "the request's name")
            : new("Key", key, Certainty.Assumed, "the text by which instances seem to be told apart");
    }
}
