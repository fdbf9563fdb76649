namespace Semel;

/// <summary>
/// Makes the partial class a model of one resource of an OpenAPI document, or, without a path, of all of its resources, with a property
/// for each; the generator writes its members.
/// </summary>
/// <remarks>
/// The document is an <c>AdditionalFiles</c> item of the project. Every property overrides a fact which the generator
/// otherwise infers from the document. Those that say something of one resource need its path.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExtensionModelAttribute : Attribute
{
    /// <summary>Every resource of the document.</summary>
    /// <param name="document">File name of the document, or as many trailing folders as make it unique: <c>digitalocean.yaml</c>.</param>
    public ExtensionModelAttribute(string document) => Document = document;

    /// <summary>One resource of the document.</summary>
    /// <param name="document">File name of the document, or as many trailing folders as make it unique: <c>digitalocean.yaml</c>.</param>
    /// <param name="path">
    /// The path whose POST creates the resource: <c>/v2/droplets</c>. Where the client chooses the address, the path whose PUT or POST creates
    /// it, which ends in the parameter that names an instance: <c>/v1/buckets/{bucket_name}</c>.
    /// </param>
    public ExtensionModelAttribute(string document, string path)
    {
        Document = document;
        Path = path;
    }

    /// <summary>File name of the document.</summary>
    public string Document { get; }

    /// <summary>The path whose POST, or PUT, creates the resource; null: every resource of the document.</summary>
    public string? Path { get; }

    /// <summary>The request property that names an instance, as in the document: <c>name</c>; nested as <c>metadata.name</c>. Only for a path with a POST.</summary>
    public string? Key { get; set; }

    /// <summary>
    /// Where the create's reply holds the id: <c>droplet.id</c>; <c>name+type</c>, the parts of one; <c>/uri</c>, the last segment of the address
    /// that is there.
    /// </summary>
    public string? Id { get; set; }

    /// <summary>The path parameter that takes the id in read, update and delete: <c>droplet_id</c>; <c>rr_name+rr_type</c>, those that take its parts.</summary>
    public string? IdParameter { get; set; }

    /// <summary>Where the create's reply holds the resource: <c>droplet</c>; <c>$</c>: the reply itself.</summary>
    public string? Envelope { get; set; }

    /// <summary>The operation that reads one resource by its id: <c>GET /v2/droplets/{droplet_id}</c>, or its path alone. An empty string means that there is none.</summary>
    public string? Read { get; set; }

    /// <summary>The operation that lists resources: <c>GET /v2/droplets</c>, or its path alone. An empty string means that there is none.</summary>
    public string? List { get; set; }

    /// <summary>Where the list's reply holds the resources: <c>droplets</c>; <c>$</c>: the reply itself is the array.</summary>
    public string? ListItems { get; set; }

    /// <summary>
    /// How the list comes in pages: <c>PageNumber parameter=page</c>, <c>Offset parameter=skip</c>, <c>Cursor parameter=cursor next=meta.next</c>,
    /// <c>LastItem parameter=after next=id</c>, <c>NextAddress next=links.next</c>, <c>LinkHeader</c> or <c>Whole</c>, each with <c>size=limit</c>,
    /// <c>maximum=200</c>, <c>total=meta.total</c>, <c>more=has_more</c>, <c>last=is_last</c>, <c>first=0</c>, <c>link=true</c> as far as the kind has them.
    /// </summary>
    public string? Paging { get; set; }

    /// <summary>The operation that updates one resource: <c>PATCH /v2/droplets/{droplet_id}</c>, or its path alone. An empty string means that there is none.</summary>
    public string? Update { get; set; }

    /// <summary>The operation that deletes one resource: <c>DELETE /v2/droplets/{droplet_id}</c>, or its path alone. An empty string means that there is none.</summary>
    public string? Delete { get; set; }

    /// <summary>
    /// The request property that carries the marker: a list of tags, a map of texts such as labels, or a text. The one that names an
    /// instance carries it at its end: <c>web-semel-…-1</c>. An empty string means that there is none.
    /// </summary>
    public string? Marker { get; set; }

    /// <summary>What the API guarantees. Declaring <see cref="Guarantee.AtMostOnce"/> says that its limits are accepted.</summary>
    public Guarantee Guarantee { get; set; }

    /// <summary>Whether a recorded resource is read before it is trusted. Default: as the <see cref="SemelOptions"/> say.</summary>
    public Verify Verify { get; set; }

    /// <summary>What to do with an unproven resource of the same name. Default: <see cref="OnExists.Fail"/>.</summary>
    public OnExists OnExists { get; set; }

    /// <summary>Whether to look for the resource before the first POST of a key without a record. Default: true where a look is possible.</summary>
    public bool LookFirst { get; set; } = true;

    /// <summary>
    /// Where the create takes an idempotency key, where the document doesn't say so: the name of a header, <c>query:request_id</c> or
    /// <c>body:request_id</c>. An empty string means that there is none.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>How long the API remembers an idempotency key, in hours; <see cref="double.PositiveInfinity"/>: for ever. Default: 24.</summary>
    public double KeyWindowHours { get; set; } = 24;

    /// <summary>When a resource is ready, so that a create waits for it: <c>status=active</c>; several values with commas.</summary>
    public string? Ready { get; set; }

    /// <summary>When a resource failed and will not become ready: <c>status=error,errored</c>. Only with <see cref="Ready"/>, and of the same property.</summary>
    public string? Failed { get; set; }

    /// <summary>When a resource that is still shown is gone all the same: <c>status.state=expired</c>.</summary>
    public string? Gone { get; set; }

    /// <summary>What to do with a resource that failed. Default: <see cref="OnFailed.Fail"/>.</summary>
    public OnFailed OnFailed { get; set; }

    /// <summary>What to do when the recorded resource is not what is wanted. Default: <see cref="OnDrift.Report"/>.</summary>
    public OnDrift OnDrift { get; set; }

    /// <summary>What comes first when a resource is replaced for that. Default: <see cref="ReplaceOrder.DeleteFirst"/>.</summary>
    public ReplaceOrder ReplaceOrder { get; set; }

    /// <summary>When secrets are written again. Default: <see cref="SecretWrites.FingerprintThenWrite"/>.</summary>
    public SecretWrites SecretWrites { get; set; }

    /// <summary>Property paths of the request that are secret besides those that the document marks or whose names say so; or names, of properties at any place. Default: none.</summary>
    public string[] Secrets { get; set; } = [];

    /// <summary>Property paths of the request whose changes are let pass. Default: none.</summary>
    public string[] IgnoreChanges { get; set; } = [];

    /// <summary>Property paths of lists and maps that are ours alone: what others added there is drift, and an update removes it. Default: none, what others added stays.</summary>
    public string[] OwnedSets { get; set; } = [];

    /// <summary>True: the resources under one parent, such as its members or rules, are ours alone, so that <c>EnsureSetAsync</c> removes what others added. Default: false, it stays.</summary>
    public bool OwnsSet { get; set; }

    /// <summary>Namespace of the models of the document. Default: the file name in Pascal case followed by <c>Models</c>.</summary>
    public string? Namespace { get; set; }
}
