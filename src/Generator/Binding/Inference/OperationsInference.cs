using Semel.Generator.Binding.Inference.Paging;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>Finds the resource's own operations among those at and under its path.</summary>
internal sealed class OperationsInference(BindingContext context, IReadOnlyList<SpecOperation> operations)
{
    private readonly List<SpecOperation> _operations = [.. operations];
    private readonly DeclaredOperations _declared = new(context);
    private readonly SingleFormRule _single = new(context.Reader);
    private readonly EnvelopeRule _envelope = new(context.Properties, context.Name);
    private readonly ListItemsRule _items = new(context.Reader, context.Properties, context.Name);

    /// <summary>Null where no reply shows the resource: reported.</summary>
    public ResourceOperations? Find(SpecOperation create)
    {
        if (Request(create) is not { } request) return null;
        var reply = create.Reply.Schema is { } place ? _single.Read(place) : null;
        var operation = new LongRunningRule(context).Find(create, reply);
        var holder = reply is null || operation is { IsReply: true } ? null : CreateReply(reply);
        if (operation is null && OnlyItem(create, request, reply) is { } only) return only;
        var found = WithList(WithItem(new ResourceOperations(create)
        {
            Request = request,
            CreateReply = holder ?? new Holder(Nothing(create), null),
            ReplyIsResource = holder is not null,
            Operation = operation?.Model,
            IdBesideResource = context.Place.IsChosen ? null : operation?.IdInReply,
            IsBulk = reply is { Kind: SchemaKind.List } || (reply is not null && !_envelope.HasIdentity(reply) && holder is { Path: null } && _items.Find(reply) is not null),
            Shows = holder?.Resource ?? reply,
            Item = Item(create, holder),
            Attaches = Attaches(create),
            SaysLocation = SaysLocation(create),
        }));
        if (context.Place.IsChosen) return AtAddress(found, holder) ?? NotFound(create);
        if (operation is null && holder is not null && IsOfOther(found)) return NotFound(create);
        // of a whole document, what only attaches what is there is no resource
        if (operation is null && context.Declaration.Property is null && Overrides is { Id: null, Envelope: null } && MemberRule.Find(found, context.Collection, holder?.Resource) is { } said)
            return found with { CreateReply = new Holder(found.ListReply!.Resource, null), ReplyIsResource = false, IsReplyDescribed = false, IdInRequest = said };
        if (operation is null && holder is null && new BareIdRule(context).Holds(found, reply)) return found with { CreateReply = new Holder(BareIdRule.Shown(found), null), ReplyIsResource = false, ReplyIsId = true };
        if (Undescribed(found) is { } silent) return silent;
        if (holder is not null && !UndescribedReplyRule.IsBeside(found, context.Collection)) return found;
        if (operation is { Model: not null } or { IdInReply: not null } && found.ReadReply is { } read) return found with { CreateReply = new Holder(read.Resource, null), IsReplyDescribed = false };
        if (UndescribedReplyRule.IsForgotten(found, context.Collection)) return found with { CreateReply = new Holder(found.ReadReply!.Resource, ListOfOneRule.Envelope(found.ReadReply)), IsReplyDescribed = false, ReplyIsResource = false };
        return NotFound(create);
    }

    /// <summary>
    /// What is at an address that the client chooses: the create shows it, or else the read, and what a read that isn't described answers with. Null where nothing shows it. A POST there needs a read
    /// of one: it may do something to what a list shows.
    /// </summary>
    private ResourceOperations? AtAddress(ResourceOperations found, Holder? created)
    {
        var item = found.Item!.Value.Path;
        if (found.ReadReply is null && Overrides.Envelope is null && Get(item) is { } silent && UndescribedItemRule.IsSilent(silent, Read(silent), context.Properties, out var shown))
        {
            var nothing = new Schema(found.Create.Place.Pointer + "/responses") { Kind = SchemaKind.Object };
            return found with { CreateReply = new Holder(nothing, null), Read = silent, ReadReply = new Holder(nothing, shown), IsReplyDescribed = false, ReplyIsResource = false, IsUndescribed = true };
        }

        if (found.Create.Method == "POST" && Overrides.Guarantee is null && found.ReadReply is { Resource: var one } && !IsPartOf(found.Request, one, found.ReadShows) && !IsPartOf(found.Shows, one, found.ReadShows) && !(found.Request.Properties.Count == 0 && found.Shows is null or { Properties.Count: 0 })) return null;
        var isShown = created is not null && (found.ReadReply is null || Overrides.Envelope is not null || created.Resource.Properties.Any(property => found.ReadReply.Resource.Property(property.Name) is not null));
        if (isShown) return found.ReadReply is null && found.Create.Method == "POST" ? null : found;
        return found.ReadReply is { } read ? found with { CreateReply = new Holder(read.Resource, null), ReplyIsResource = false } : null;
    }

    /// <summary>Whether something of it is shown: what shares nothing with what is read makes something else there, such as a comment.</summary>
    private static bool IsPartOf(Schema? schema, Schema shown, Schema? all) =>
        schema?.Properties.Any(property => (shown.Property(property.Name) ?? all?.Property(property.Name)) is not null && !Companions.Contains(property.Name)) == true;

    private Schema? Read(SpecOperation operation) => operation.Reply.Schema is { } place ? _single.Read(place) : null;

    private ResourceOperations? NotFound(SpecOperation create)
    {
        // a declared envelope that isn't there has been said
        if (Overrides.Envelope is null || !context.Diagnostics.HasErrors) context.Diagnostics.Add(DiagnosticCatalogue.IdNotFound, create.Reply.Location, context.Place.ToString());
        return null;
    }

    /// <summary>Whether what the create answers with is read elsewhere under the collection, and the item's read lacks some of it: <c>/clusters/requests/{id}</c>, beside <c>/clusters/{id}</c>.</summary>
    private bool IsOfOther(ResourceOperations found)
    {
        var depth = PathTable.Depth(context.Collection);
        return Overrides is { Id: null, Envelope: null } && found.ReadReply is { } read && !SameShapeRule.Holds(found.CreateReply.Resource, read.Resource)
            && _operations.Exists(operation => operation.Method == "GET" && PathTable.Segments(operation.Path) is var segments && segments.Length == depth + 2
                && PathTable.Parameter(segments[depth]) is null && PathTable.Parameter(segments[depth + 1]) is { } parameter && IdRule.IsCalledId(parameter) && Single(operation)?.Resource.Pointer == found.CreateReply.Resource.Pointer);
    }

    private bool SaysLocation(SpecOperation create) =>
        context.References.Get(create.Place, "responses") is { } replies
        && replies.Node.Members().Where(entry => entry.Key is "201" or "202" or "303")
            .Any(entry => context.References.Resolve(replies.Under(entry.Key, entry.Value)) is { } reply && reply.Node.Get("headers").Members().Any(header => header.Key.Equals("Location", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The operations of what no reply shows; else null.</summary>
    private ResourceOperations? Undescribed(ResourceOperations found)
    {
        if (Overrides.Envelope is not null || found.Item is not { } item || Get(item.Path) is not { } read) return null;
        var (created, shown) = (UndescribedItemRule.Inside(found.Shows, context.Properties), UndescribedItemRule.Inside(Read(read), context.Properties));
        if (!UndescribedItemRule.Holds(found, context.Collection, created?.Resource, read, shown?.Resource)) return null;
        var nothing = new Schema(found.Create.Place.Pointer + "/responses") { Kind = SchemaKind.Object };
        return found with { CreateReply = new Holder(nothing, created?.Path), Read = read, ReadReply = new Holder(nothing, (shown ?? created)?.Path), IsReplyDescribed = false, ReplyIsResource = false, IsUndescribed = true };
    }

    /// <summary>Where the create answers with a list of the one resource; else null.</summary>
    private ResourceOperations? OnlyItem(SpecOperation create, Schema request, Schema? reply)
    {
        if (context.Place.IsChosen || Overrides.Envelope is not null || reply is null) return null;
        if (new OnlyItemRule(context.Properties, context.Name, _items, _envelope).Find(request, reply, ItemPathRule.Find(context.Collection, operations)?.Parameter) is not { } holder) return null;
        var found = WithList(WithItem(new ResourceOperations(create) { Request = request, CreateReply = holder, ReplyIsList = true, Shows = holder.Resource, Item = Item(create, holder) }));
        return OnlyItemRule.Holds(found) ? found : null;
    }

    private DeclaredOverrides Overrides => context.Overrides;

    /// <summary>The declared operation, which may be anywhere in the document.</summary>
    private SpecOperation? Declared(string name, string? declared) => _declared.Find(name, declared) is { } operation ? Known(operation) : null;

    /// <summary>The operation as it is known, among the others from now on.</summary>
    private SpecOperation Known(SpecOperation operation)
    {
        if (_operations.Find(known => known.ToString() == operation.ToString()) is { } known) return known;
        _operations.Add(operation);
        return operation;
    }

    /// <summary>What is sent is an object, be it of any properties, or nothing; else null, which is reported.</summary>
    private Schema? Request(SpecOperation create)
    {
        if (create.Body is not { } body) return Fields(create) ?? Nothing(create);
        var request = _single.Read(body);
        if (request.Kind == SchemaKind.Object) return request;
        if (request.Kind is SchemaKind.Any or SchemaKind.Map or SchemaKind.Mixed) return new Schema(create.Place.Pointer + "/requestBody") { Kind = SchemaKind.Object, Documentation = request.Documentation };
        context.Diagnostics.Add(DiagnosticCatalogue.CreateUnusable, create.KeyLocation, context.Place.ToString(), request.Kind == SchemaKind.List ? "its body is a list, and what makes one is an object" : "its body is no object");
        return null;
    }

    /// <summary>Of a form with files, what else it holds.</summary>
    private Schema? Fields(SpecOperation create) =>
        create is { IsUpload: true, Content: { } media } && new FileParts(context.Reader).Read(media, context.Name.Name + "Create") is var (fields, _) && fields.Properties.Count > 0 ? fields : null;

    private static Schema Nothing(SpecOperation create) => new(create.Place.Pointer);

    private (string Path, string Parameter)? Item(SpecOperation create, Holder? created)
    {
        if (_declared.Item(Declared("Read", Overrides.Read), Declared("Delete", Overrides.Delete), Declared("Update", Overrides.Update)) is { } declared) return declared;
        if (context.Place.IsChosen) return (create.Path, PathTable.Parameter(PathTable.Segments(create.Path).Last())!);
        var under = ItemPathRule.Find(context.Collection, operations);
        if (Attaches(create)) return under;
        if (created is not null && (under is not { } one || !IsItem(one.Path, created)) && new CompositeIdRule(context.Properties, context.Name).Find(context.Collection, _operations, created.Resource) is { } several) return several;
        if (under is var (path, _) && Get(path) is not null) return under;
        // anything shows an id: that alone is no sign of what it is, where the collection has items of its own
        return under is not null && created is { Resource.Properties.Count: 1 } ? under : Elsewhere(created, under?.Path) ?? under ?? UnderOwner(created);
    }

    private bool Attaches(SpecOperation create)
    {
        if (create.Body is not { } body) return false;
        var (request, reply) = (_single.Read(body), create.Reply.Schema is { } place ? _single.Read(place) : null);
        return AttachRule.Holds(context.Collection, request, context.Paths, reply is not null && (_envelope.Find(reply)?.Resource ?? reply).Pointer == request.Pointer, context.Properties);
    }

    /// <summary>
    /// At a shorter path, where a read there shows what the create made. Where both places delete, and the one under the collection does nothing else, it only takes out what lives at the other:
    /// a delete of <c>/orgs/{org}/users/{user}</c> would take more than the user of a team.
    /// </summary>
    private (string Path, string Parameter)? Elsewhere(Holder? created, string? under) =>
        Shown(created, ShallowItemRule.Candidates(context.Collection, context.Paths), SameShapeRule.Holds, (item, there) =>
            under is null || !Has(_operations, under, "DELETE") || Has(_operations, under, "PUT", "PATCH") || !Has(there, item.Path, "DELETE"));

    /// <summary>Where its owner is part of its address.</summary>
    private (string Path, string Parameter)? UnderOwner(Holder? created) =>
        Shown(created, ShallowItemRule.OwnedCandidates(context.Collection, context.Paths), SameShapeRule.NearlyHolds, (item, _) =>
            new CompositeIdRule(context.Properties, context.Name).Properties(created!.Resource, item.Parameter) is not null);

    /// <summary>The first of several places that fits, and whose read shows what the create made; its operations are known from then on.</summary>
    private (string Path, string Parameter)? Shown(
        Holder? created, IEnumerable<(string Path, string Parameter)> places, Func<Schema, Schema, bool> isSame, Func<(string Path, string Parameter), List<SpecOperation>, bool> fits)
    {
        if (created is null) return null;
        foreach (var item in places)
        {
            var there = new[] { item.Path, item.Path + "/json" }.Where(context.Paths.Contains).SelectMany(path => context.Operations.Read(path, context.Paths.Item(path)!)).ToList();
            if (!fits(item, there) || there.Find(operation => operation is { Method: "GET", Problem: null }) is not { } read) continue;
            if ((Single(read) ?? Same(read, created)) is not { } shown || !isSame(created.Resource, shown.Resource)) continue;
            there.ForEach(operation => Known(operation));
            return item;
        }

        return null;
    }

    private Holder? CreateReply(Schema reply)
    {
        if (Overrides.Envelope is { } held) return At("Envelope", held, reply, "the reply of " + context.Place, SchemaKind.Object);
        var inferred = _envelope.Find(reply);
        if (context.Overrides.Id is { } declared && declared.LastIndexOf('.') is > 0 and var dot)
        {
            var envelope = declared.Substring(0, dot);
            if (inferred?.Path != envelope && context.Properties.Find(reply, envelope) is { Kind: SchemaKind.Object } holder && context.Properties.Find(reply, declared) is not null)
                return new Holder(holder, envelope);
        }

        return inferred is var (resource, path) ? new Holder(resource, path) : null;
    }

    private ResourceOperations WithItem(ResourceOperations found)
    {
        if (found.Item is not var (path, parameter)) return found;
        var read = Overrides.Read is null ? Get(path) : Declared("Read", Overrides.Read);
        var readReply = read is null ? null : Single(read) ?? Same(read, found.CreateReply) ?? (context.Place.IsChosen ? Named(read, parameter) : null) ?? (read.Reply.Schema is { } shown ? new ListOfOneRule(_items, _envelope).Find(_single.Read(shown), found.CreateReply, parameter, IsKept(read.Path) || Words.Flat(parameter) == string.Concat(context.Name.Singular) + "id") : null) ?? Requested(read, found.Request);
        var others = _operations.FindAll(operation => operation != found.Create);
        var update = Overrides.Update is not null ? Declared("Update", Overrides.Update) : (Nested(path) is { } nested ? UpdateRule.Find(nested, others, Carries) : null) ?? UpdateRule.Find(path, others, Carries);
        if (readReply is null && !IsChanged(path)) return found with { Item = null };
        return found with
        {
            Read = readReply is null ? null : read,
            ReadReply = readReply,
            ReadShows = readReply is null ? null : _single.Read(read!.Reply.Schema!),
            Update = update,
            UpdateReply = update is null ? null : Updated(update, readReply ?? found.CreateReply),
            Delete = Overrides.Delete is not null ? Declared("Delete", Overrides.Delete) : Usable("DELETE", path) ?? (Nested(path) is { } under ? Usable("DELETE", under) : null),
        };

        bool Carries(SpecBody body) => _single.Read(body) is var carried && (carried.Properties.Count == 0 || carried.Properties.Any(property => Shows(found.Request, property) || Shows(found.CreateReply.Resource, property) || Shows(readReply?.Resource, property) || property.Name == found.CreateReply.Path));
        static bool Shows(Schema? schema, SchemaProperty property) => schema?.Properties.Any(known => Words.Same(known.Name, property.Name)) == true;
    }

    /// <summary>The item's path under the collection, where it is read elsewhere and that path takes the same id.</summary>
    private string? Nested(string item)
    {
        var nested = PathTable.Stem(context.Collection) + item.Substring(item.LastIndexOf('/'));
        return nested != item && context.Paths.Contains(nested) ? nested : null;
    }

    /// <summary>A path under the collection that is only listed is no item: <c>/buckets/{regionId}</c>.</summary>
    private bool IsItem(string path, Holder created) => IsChanged(path) || (Get(path) is { } read && (Single(read) ?? Same(read, created)) is not null);

    private bool IsKept(string path) => Has(_operations, path, "PUT", "PATCH", "DELETE");

    private static bool Has(List<SpecOperation> operations, string path, params string[] methods) => operations.Exists(operation => operation.Path == path && methods.Contains(operation.Method));

    private bool IsChanged(string path) => _operations.Exists(operation => operation.Path == path && operation.Method != "GET");

    /// <summary>Some APIs name the representation: <c>/containers/{id}/json</c>.</summary>
    private SpecOperation? Get(string path) => Usable("GET", path) ?? Usable("GET", path + "/json");

    private SpecOperation? Usable(string method, string path) =>
        _operations.Find(operation => operation.Path == path && operation.Method == method && operation.Problem is null);

    /// <summary>The one resource that the operation answers with; null where it answers with a list or with no object.</summary>
    private Holder? Single(SpecOperation operation)
    {
        if (operation.Reply.Schema is not { } place) return null;
        var reply = _single.Read(place);
        if (_envelope.Find(reply) is not var (resource, path)) return null;
        return path is null && !_envelope.HasIdentity(reply) && _items.Find(reply) is not null ? null : new Holder(resource, path);
    }

    /// <summary>What looks like a list is the resource where the create answers with the same.</summary>
    private Holder? Same(SpecOperation read, Holder created) =>
        read.Reply.Schema is { } place && created.Resource.Properties.Count > 0 && _single.Read(place) is var shown && shown.Pointer == created.Resource.Pointer ? new(shown, null) : null;

    /// <summary>Nor is it a list where it shows the name that the path takes.</summary>
    private Holder? Named(SpecOperation read, string parameter) =>
        Read(read) is { Kind: SchemaKind.Object } shown && shown.Properties.Any(property => Words.Same(property.Name, parameter) && context.Reader.Read(shown, property) is { IsScalar: true }) ? new(shown, null) : null;

    /// <summary>Nor is it a list where it shows all that the create is sent, at the same place.</summary>
    private Holder? Requested(SpecOperation read, Schema request) =>
        read.Reply.Schema is { } place && context.Properties.Properties(request).Where(property => !property.Schema.WriteOnly).ToList() is { Count: > 1 } sent
        && _single.Read(place) is { Kind: SchemaKind.Object } shown && sent.TrueForAll(property => shown.Property(property.Name) is not null) ? new(shown, null) : null;

    /// <summary>An update may answer with something else, such as an action: then its reply is not the resource.</summary>
    private Holder? Updated(SpecOperation update, Holder known) =>
        Single(update) is { } holder
        && (holder.Resource.Pointer == known.Resource.Pointer || (holder.Path == ListOfOneRule.Envelope(known) && holder.Resource.Properties.Any(property => known.Resource.Property(property.Name) is not null)))
            ? holder
            : null;

    private ResourceOperations WithList(ResourceOperations found)
    {
        var list = Overrides.List is null ? Get(context.Collection) ?? ListElsewhere(found) : Declared("List", Overrides.List);
        if (list?.Reply.Schema is not { } place) return found;
        var reply = context.Reader.Read(place);
        if (Items(list, reply) is not var (item, path)) return found;
        var (paging, problem) = DeclaredPages(list) ?? PagingRule.Find(new ListShape(context.Reader, context.Properties, context.References, list, reply, item));
        return found with { List = list, ListReply = new Holder(item, path), Paging = paging, ListProblem = problem ?? Needed(list, found.Create, paging) };
    }

    /// <summary>In front of the item, where that is read elsewhere and no parent is left out: it lists what the read shows, and nobody else's.</summary>
    private SpecOperation? ListElsewhere(ResourceOperations found)
    {
        if (found is not { ReadReply: { } read, Item: { } item } || CreatePlaceRule.Collection(item.Path) is not { } front || front == context.Collection || !ParametersOf(front).SequenceEqual(ParametersOf(context.Collection)) || context.Paths.Item(front) is not { } place) return null;
        var list = context.Operations.Read(front, place, static method => method == "GET").FirstOrDefault(operation => operation.Problem is null);
        if (list?.Reply.Schema is not { } shown || _items.Find(context.Reader.Read(shown)) is not var (listed, _) || !SameShapeRule.Holds(listed, read.Resource)) return null;
        return Known(list);
    }

    private static IEnumerable<string> ParametersOf(string path) => PathTable.Segments(path).Select(PathTable.Parameter).OfType<string>();

    /// <summary>As it is declared of the resource, or at the list.</summary>
    private (PagingModel? Paging, string? Problem)? DeclaredPages(SpecOperation list)
    {
        if (Overrides.Paging is not { } declared) return PagingRule.Said(list, context.Diagnostics);
        var (paging, problem) = DeclaredPaging.Read(declared, list);
        if (problem is not null) context.Diagnostics.Add(DiagnosticCatalogue.OperationNotFound, context.PlaceOf("Paging"), "Paging", declared, $"way in which {list} comes in pages", "; " + problem);
        return (paging, problem);
    }

    /// <summary>What a list must be asked with and a create doesn't know.</summary>
    private static string? Needed(SpecOperation list, SpecOperation create, PagingModel? paging) =>
        list.Parameters.FirstOrDefault(parameter => parameter is { Place: ParameterPlace.Query, Required: true }
            && parameter.Name != paging?.Parameter && parameter.Name != paging?.SizeParameter && CarriedParametersRule.In(create, parameter) is not { Required: true }) is { } needed
            ? $"it has to be asked with '{needed.Name}'"
            : null;

    private (Schema Item, string? Path)? Items(SpecOperation list, Schema reply)
    {
        if (Overrides.ListItems is not { } declared) return _items.Find(reply);
        return At("ListItems", declared, reply, $"the reply of {list}", SchemaKind.List) is { Resource: var array, Path: var path } && context.Reader.Items(array) is { } item ? (item, path) : null;
    }

    /// <summary>What is declared to be somewhere in a reply; <c>$</c> is the reply.</summary>
    private Holder? At(string name, string declared, Schema reply, string holder, SchemaKind kind)
    {
        if (declared == "$" && reply.Kind == kind) return new(reply, null);
        if (declared != "$" && context.Properties.Find(reply, declared) is { } found && found.Kind == kind) return new(found, declared);
        context.ReportProperty(name, declared, holder, reply.Properties.Select(property => property.Name));
        return null;
    }
}
