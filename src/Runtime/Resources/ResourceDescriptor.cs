namespace Semel;

/// <summary>What the runtime has to know about one kind of resource. Generated code fills it in; property paths are dotted: <c>links.pages.next</c>.</summary>
public sealed class ResourceDescriptor
{
    /// <summary>Stands in front of a query parameter where property paths stand else.</summary>
    internal const string Parameter = "?";

    /// <summary>The model's name in resource keys: <c>Droplets</c>.</summary>
    public required string Model { get; init; }

    /// <summary>What the API lets Semel promise.</summary>
    public required Guarantee Guarantee { get; init; }

    /// <summary>
    /// Template of the path that creates the resource: <c>/v2/droplets</c>. With <see cref="IdParameter"/> in it, it is the address that the
    /// client chooses: the name of the request goes there, or the instance where the request holds none.
    /// </summary>
    public required string CreatePath { get; init; }

    /// <summary>How it is created there: by POST, which is the default, or by PUT.</summary>
    public HttpMethod CreateMethod { get; init; } = HttpMethod.Post;

    /// <summary>Property path of the create's reply that holds the resource; null where the reply is the resource.</summary>
    public string? CreateEnvelope { get; init; }

    /// <summary>Property path of the id inside the resource: <c>id</c>; of several, <c>name+type</c>, their <see cref="CompositeId"/> is the id.</summary>
    public required string Id { get; init; }

    /// <summary>Property path of the id inside the create's reply, envelope included, where it isn't <see cref="Id"/>: <c>silenceID</c>; <c>$</c> where the reply is the id itself. Default: null.</summary>
    public string? IdInReply { get; init; }

    /// <summary>Property path of the id inside the request, where the request itself says it: the <c>server_id</c> of a member. A 2xx then proves that one of this id is there. Default: null.</summary>
    public string? IdInRequest { get; init; }

    /// <summary>
    /// True: the create's reply, or what <see cref="CreateEnvelope"/> leads to, is a list of exactly one resource. Any other number proves nothing. Default: false.
    /// </summary>
    public bool ReplyIsList { get; init; }

    /// <summary>False: the create's reply names the resource but doesn't show it, so that it is read afterwards. Default: true.</summary>
    public bool ReplyIsResource { get; init; } = true;

    /// <summary>
    /// The path parameter that takes the id: <c>droplet_id</c>; of an id of several, <c>rr_name+rr_type</c>, those that take its parts, in the
    /// same order. It is not among the arguments of a call.
    /// </summary>
    public string? IdParameter { get; init; }

    /// <summary>Template of the path whose GET reads one resource; null where there is none, so that the item of <see cref="List"/> with its id says whether it is there.</summary>
    public string? ReadPath { get; init; }

    /// <summary>False: what a read answers with shows no id, so that an object there shows that the resource is. Default: true, it has to show the id that was asked for.</summary>
    public bool ReadShowsId { get; init; } = true;

    /// <summary>Like <see cref="CreateEnvelope"/>, of the read's reply; <c>servers.*</c> is the only item of that list.</summary>
    public string? ReadEnvelope { get; init; }

    /// <summary>Template of the path whose DELETE deletes one resource; null where there is none.</summary>
    public string? DeletePath { get; init; }

    /// <summary>How one resource is updated; null where it isn't.</summary>
    public ResourceUpdate? Update { get; init; }

    /// <summary>The list; null where there is none.</summary>
    public ResourceList? List { get; init; }

    /// <summary>
    /// The servers of those operations that name their own, by method and template, <c>POST /files</c>, as the document writes them:
    /// <see cref="SemelOptions.Servers"/> says where these are. Default: none, all are at the client's base address.
    /// </summary>
    public IReadOnlyDictionary<string, string> Servers { get; init; } = new Dictionary<string, string>();

    /// <summary>Query parameters of the create that say what is created, as its body does: they are recorded. Default: none.</summary>
    public IReadOnlyList<string> InputParameters { get; init; } = [];

    /// <summary>Query parameters, headers and cookies of the create that its reads, lists, updates and deletes are sent too, such as <c>api-version</c>. Default: none.</summary>
    public IReadOnlyList<string> CarriedParameters { get; init; } = [];

    /// <summary>
    /// Property path in the request that names an instance, or <c>?name</c>: one of <see cref="InputParameters"/>; of several, <c>name+type</c>,
    /// where these are the id. Null where none does.
    /// </summary>
    public string? NameInRequest { get; init; }

    /// <summary>Property path in the resource that holds the same name; null where the resource doesn't show it.</summary>
    public string? NameInResource { get; init; }

    /// <summary>The field that carries the marker; null where there is none.</summary>
    public MarkerField? Marker { get; init; }

    /// <summary>Where the create takes an idempotency key, whatever the guarantee; null where the API knows none. A request must not set that field itself.</summary>
    public IdempotencyKeyField? IdempotencyKey { get; init; }

    /// <summary>How a create that is answered with 202 is followed; null where there is none.</summary>
    public LongRunningOperation? Operation { get; init; }

    /// <summary>When a resource is ready and when it failed; null: it is ready at once.</summary>
    public ReadyCondition? Ready { get; init; }

    /// <summary>When a resource that is still shown is gone all the same, such as one that was deleted or has expired; null: never.</summary>
    public PropertyCondition? Gone { get; init; }

    /// <summary>True: at an address that the client chooses, a create with <c>If-None-Match: *</c> is refused with 412 where something exists; every one is sent with it, and nothing is read before the first. Default: false.</summary>
    public bool IfNoneMatch { get; init; }

    /// <summary>Statuses that the API answers before it looks at a create: 429. It is sent again after <c>Retry-After</c>, or the poll interval. Default: none.</summary>
    public IReadOnlyList<int> RejectsUnread { get; init; } = [];

    /// <summary>Statuses that say "exists already" beyond 409. Default: none.</summary>
    public IReadOnlyList<int> SaysExists { get; init; } = [];

    /// <summary>The document's models of errors. Default: none.</summary>
    public IReadOnlyList<ErrorModel> Errors { get; init; } = [];

    /// <summary>Property paths, of the request and of the resource, that must never be recorded.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Whether a recorded resource is read before it is trusted; null: as the options say.</summary>
    public Verify? Verify { get; init; }

    /// <summary>What to do with an unproven resource of the same name.</summary>
    public OnExists OnExists { get; init; }

    /// <summary>What to do when the recorded resource is not what is wanted. Default: <see cref="OnDrift.Report"/>.</summary>
    public OnDrift OnDrift { get; init; }

    /// <summary>What comes first when a resource is replaced for that. Default: <see cref="ReplaceOrder.DeleteFirst"/>.</summary>
    public ReplaceOrder ReplaceOrder { get; init; }

    /// <summary>When secrets are written again. Default: <see cref="SecretWrites.FingerprintThenWrite"/>.</summary>
    public SecretWrites SecretWrites { get; init; }

    /// <summary>Property paths of the request whose changes are let pass. Default: none.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>The properties of the create's body; what a record holds beyond them is of an earlier document, and let go. Null: not known.</summary>
    public IReadOnlyList<string>? InputProperties { get; init; }

    /// <summary>Property paths of arrays whose order means nothing.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>Those of <see cref="Sets"/>, and maps, that are ours alone: what somebody else added there is drift, and an update removes it. Default: none, what others added stays.</summary>
    public IReadOnlyList<string> OwnedSets { get; init; } = [];

    /// <summary>True: the resources under one parent, such as its members, are ours alone: one that nobody here asks for is removed from a set that is ensured. Default: false, it stays.</summary>
    public bool OwnsSet { get; init; }

    /// <summary>Property paths of maps, whose entries stand for themselves.</summary>
    public IReadOnlyList<string> Maps { get; init; } = [];

    /// <summary>Property paths of texts whose words the document lists: the API may write them in another case.</summary>
    public IReadOnlyList<string> Enumerations { get; init; } = [];

    /// <summary>What to do with a resource that ended in an error state. Default: <see cref="OnFailed.Fail"/>.</summary>
    public OnFailed OnFailed { get; init; }

    /// <summary>Whether to look before the first POST of a key without a record, where a look is possible.</summary>
    public bool LookFirst { get; init; } = true;

    /// <summary>The name is the id: a new resource of the name has the address of the old one.</summary>
    internal bool NameIsId => Guarantee == Guarantee.Natural || (NameInRequest is not null && NameInResource == Id);
}
