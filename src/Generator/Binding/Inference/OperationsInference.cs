using Semel.Generator.Binding.Inference.Paging;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding.Inference;

/// <summary>Finds the resource's own operations among those at and under its path.</summary>
internal sealed class OperationsInference(BindingContext context, IReadOnlyList<SpecOperation> operations)
{
    private readonly SingleFormRule _single = new(context.Reader);
    private readonly EnvelopeRule _envelope = new(context.Properties, context.Name);
    private readonly ListItemsRule _items = new(context.Reader, context.Properties, context.Name);

    /// <summary>Null where no reply shows the resource: reported.</summary>
    public ResourceOperations? Find(SpecOperation create)
    {
        var request = create.Body is { } body ? _single.Read(body) : Nothing(create);
        var reply = create.Reply.Schema is { } place ? _single.Read(place) : null;
        var operation = new LongRunningRule(context).Find(create, reply);
        var holder = reply is null || operation is { IsReply: true } ? null : CreateReply(reply);
        var found = WithList(WithItem(new ResourceOperations(create)
        {
            Request = request,
            CreateReply = holder ?? new Holder(Nothing(create), null),
            ReplyIsResource = holder is not null,
            Operation = operation?.Model,
            IdBesideResource = operation?.IdInReply,
            Item = Item(create),
        }));
        if (holder is not null) return found;
        if ((create.Method == "PUT" || operation is { Model: not null } or { IdInReply: not null }) && found.ReadReply is { } read) return found with { CreateReply = new Holder(read.Resource, null) };
        context.Diagnostics.Add(DiagnosticCatalogue.IdNotFound, create.Reply.Location, context.Place.ToString());
        return null;
    }

    private static Schema Nothing(SpecOperation create) => new(create.Place.Pointer, create.Place.Node.Location);

    private (string Path, string Parameter)? Item(SpecOperation create) => context.Place.IsPut
        ? (create.Path, PathTable.Parameter(PathTable.Segments(create.Path).Last())!)
        : ItemPathRule.Find(context.Collection, operations);

    private Holder? CreateReply(Schema reply)
    {
        var inferred = _envelope.Find(reply);
        if (context.Declaration.Overrides.Id is { } declared && declared.LastIndexOf('.') is > 0 and var dot)
        {
            var envelope = declared.Substring(0, dot);
            if (inferred?.Path != envelope && context.Properties.Find(reply, envelope) is { Kind: SchemaKind.Object } holder && context.Properties.Find(reply, declared) is not null)
                return new Holder(holder, envelope);
        }

        return inferred is var (resource, path) ? new Holder(resource, path) : null;
    }

    private ResourceOperations WithItem(ResourceOperations found)
    {
        if (found.Item is not var (path, _)) return found;
        var read = Get(path);
        var readReply = read is null ? null : Single(read);
        var update = UpdateRule.Find(path, [.. operations.Where(operation => operation != found.Create)]);
        // a path under the collection that is only listed is no item: /buckets/{regionId}
        if (readReply is null && !operations.Any(operation => operation.Path == path && operation.Method != "GET")) return found with { Item = null };
        return found with
        {
            Read = readReply is null ? null : read,
            ReadReply = readReply,
            Update = update,
            UpdateReply = update is null ? null : Updated(update, readReply ?? found.CreateReply),
            Delete = Usable("DELETE", path),
        };
    }

    /// <summary>Some APIs name the representation: <c>/containers/{id}/json</c>.</summary>
    private SpecOperation? Get(string path) => Usable("GET", path) ?? Usable("GET", path + "/json");

    private SpecOperation? Usable(string method, string path) =>
        operations.FirstOrDefault(operation => operation.Path == path && operation.Method == method && operation.Problem is null);

    /// <summary>The one resource that the operation answers with; null where it answers with a list or with no object.</summary>
    private Holder? Single(SpecOperation operation)
    {
        if (operation.Reply.Schema is not { } place) return null;
        var reply = _single.Read(place);
        if (_envelope.Find(reply) is not var (resource, path)) return null;
        return path is null && !_envelope.HasIdentity(reply) && _items.Find(reply) is not null ? null : new Holder(resource, path);
    }

    /// <summary>An update may answer with something else, such as an action: then its reply is not the resource.</summary>
    private Holder? Updated(SpecOperation update, Holder known) =>
        Single(update) is { } holder
        && (holder.Resource.Pointer == known.Resource.Pointer || (holder.Path == known.Path && holder.Resource.Properties.Any(property => known.Resource.Property(property.Name) is not null)))
            ? holder
            : null;

    private ResourceOperations WithList(ResourceOperations found)
    {
        var list = Get(context.Collection);
        if (list?.Reply.Schema is not { } place) return found;
        var reply = context.Reader.Read(place);
        if (_items.Find(reply) is not var (item, path)) return found;
        var (paging, problem) = PagingRule.Find(new ListShape(context.Reader, context.Properties, context.References, list, reply, item));
        return found with { List = list, ListReply = new Holder(item, path), Paging = paging, ListProblem = problem };
    }
}
