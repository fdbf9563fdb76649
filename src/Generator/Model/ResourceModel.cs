using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Model;

/// <summary>A declaration bound to its document: everything that is emitted for it. Holds no symbol, syntax, text or node.</summary>
/// <param name="Facts">Null when an error prevents a model: a stub is emitted instead. With an error or without them, what is emitted throws the first error's message.</param>
/// <param name="Types">Every type that its operations reach, each once, ordered by identity (ordinal).</param>
internal sealed record ResourceModel(
    ModelDeclaration Declaration,
    string DocumentName,
    ResourceFacts? Facts,
    EquatableArray<OperationModel> Operations,
    EquatableArray<TypeModel> Types,
    EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>Of a declaration without a path, which has neither facts nor operations itself: every resource of the document.</summary>
    public EquatableArray<ResourceModel> Resources { get; init; } = [];

    /// <summary>Of such a declaration, the operations of no resource, in groups, which have no facts. The first has the types of all.</summary>
    public EquatableArray<ResourceModel> Groups { get; init; } = [];

    /// <summary>What the document says for all of its operations.</summary>
    public ApiModel Api { get; init; } = ApiModel.Nothing;
}

/// <summary>What was inferred about the resource, or declared.</summary>
/// <param name="Resource">Identity of the <see cref="ObjectModel"/> that is the resource: <c>#/components/schemas/droplet</c>.</param>
/// <param name="Id">Property path of the id inside the resource: <c>id</c>.</param>
/// <param name="IdParameter">The path parameter that takes it in read, update and delete: <c>droplet_id</c>; null where there is no read.</param>
/// <param name="NaturalKey">Property path in the request that names an instance: <c>name</c>; or a query parameter of the create: <c>?name</c>; or null.</param>
/// <param name="NameInResource">Property path in the resource that holds the same name, or null where the resource doesn't show it.</param>
/// <param name="NameFilter">Query parameter of the list that filters by that name, or null.</param>
/// <param name="Marker">The field that carries the marker, or null.</param>
/// <param name="Guarantee"><c>Natural</c>, <c>Replay</c>, <c>UniqueName</c>, <c>Marker</c> or <c>AtMostOnce</c>.</param>
/// <param name="GuaranteeReason">Why, in a sentence for the generated documentation.</param>
/// <param name="Secrets">Property paths of the request and of the resource that must not be recorded: <c>user_data</c>, <c>password</c>;
/// a path reaches into every item of a list.</param>
internal sealed record ResourceFacts(
    string Resource, string Id, string? IdParameter, string? NaturalKey, string? NameInResource, string? NameFilter,
    MarkerModel? Marker, string Guarantee, string GuaranteeReason, EquatableArray<string> Secrets)
{
    /// <summary>Query parameters of the create that say what is created.</summary>
    public EquatableArray<string> InputParameters { get; init; } = [];

    /// <summary>Parameters of the create, beside those of its path, that its reads, lists, updates and deletes take too.</summary>
    public EquatableArray<string> CarriedParameters { get; init; } = [];

    /// <summary>Property path of the id in the create's reply, inside its envelope: <c>silenceID</c>; <c>$</c> where the reply is the id; null where it is called as in the resource.</summary>
    public string? IdInReply { get; init; }

    /// <summary>The property of the request that says the id; null where the create's reply does.</summary>
    public string? IdInRequest { get; init; }

    /// <summary>Whether the client chooses the address.</summary>
    public bool IsChosen { get; init; }

    /// <summary>False where the address says the id, and what a read there answers with doesn't show it.</summary>
    public bool ReadShowsId { get; init; } = true;

    /// <summary>Whether what is under one parent is a set that can be made what is wanted.</summary>
    public bool IsSet { get; init; }

    /// <summary>Whether that set is the program's alone, as declared.</summary>
    public bool OwnsSet { get; init; }

    /// <summary>False where the create answers with the id alone, so that the resource has to be read.</summary>
    public bool ReplyIsResource { get; init; } = true;

    /// <summary>Whether the create answers with a list of the one resource.</summary>
    public bool ReplyIsList { get; init; }

    /// <summary>Whether the request says the id of what lives elsewhere.</summary>
    public bool Attaches { get; init; }

    /// <summary>Whether nothing addresses one by its id, and the list shows it.</summary>
    public bool IsListed { get; init; }

    /// <summary>Whether nothing reads one, and no item of the list has the id that the create's reply shows.</summary>
    public bool ListLacksId { get; init; }

    /// <summary>False where the document forgot the id in the create's reply.</summary>
    public bool IdIsDescribed { get; init; } = true;

    /// <summary>What is known, and why.</summary>
    public EquatableArray<InferredFact> Inferred { get; init; } = [];

    /// <summary>The list as it was found, whether or not it can be used; null where there is none.</summary>
    public ListFact? List { get; init; }

    /// <summary>How a resource that is still there says that it is gone, or null.</summary>
    public GoneModel? Gone { get; init; }

    /// <summary>Whether the create's PUT can say that it must not replace anything.</summary>
    public bool IfNoneMatch { get; init; }

    /// <summary>Where the create takes an idempotency key, or null.</summary>
    public IdempotencyKeyModel? IdempotencyKey { get; init; }

    /// <summary>How a create that is answered with 202 is followed, or null.</summary>
    public LongRunningModel? Operation { get; init; }

    /// <summary>How a resource is brought to what is wanted; null where it can't be.</summary>
    public UpdateModel? Update { get; init; }

    /// <summary>What is known of the create's body.</summary>
    public InputModel Input { get; init; } = new([], [], [], []);

    /// <summary>When a create stops waiting, as declared; null where it doesn't wait.</summary>
    public ReadyModel? Ready { get; init; }

    /// <summary>The states that the document lists, for people who declare which of them they wait for; or null.</summary>
    public StatesModel? States { get; init; }
}

/// <param name="Property">Property path in the resource: <c>status.state</c>.</param>
/// <param name="Values">What it holds where the resource is gone: <c>expired</c>.</param>
internal sealed record GoneModel(string Property, EquatableArray<string> Values);

/// <param name="Operation"><c>GET /v2/vpcs</c>.</param>
/// <param name="Items">Property path of the array; null where the reply is the array.</param>
/// <param name="Problem">Why it can't be used to find a resource, or null.</param>
internal sealed record ListFact(string Operation, string? Items, string? Problem);
