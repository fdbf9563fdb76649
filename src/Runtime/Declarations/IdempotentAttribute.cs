namespace Semel;

/// <summary>
/// Makes a create method of your own idempotent: run it twice, get one. On a partial method the generator writes its body over your core
/// method; on a method of an interface it writes a decorator of the interface and the method that registers it.
/// </summary>
/// <remarks>
/// Paths such as <see cref="Key"/> are C# member paths. Names of methods are best written with <c>nameof</c>; their parameters are matched by
/// name with those of the create, a <see cref="CancellationToken"/> is passed on, and the one that is left over takes the id.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class IdempotentAttribute : Attribute
{
    /// <summary>
    /// What names an instance: paths over the method's parameters with slashes between them: <c>name</c>, <c>request.Region/request.Name</c>.
    /// Required: nothing is keyed by a default.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>Where the created value holds the id the API gave: <c>Id</c>, <c>Data.Id</c>. Default: the member <c>Id</c>; of a text that is JSON the property <c>id</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The method that sends the create, of a partial method. Default: <c>CreateCoreAsync</c> for <c>CreateAsync</c>.</summary>
    public string? Core { get; set; }

    /// <summary>The method that reads one resource by its id and returns what the create returns; null or 404 means that it isn't there. Required, unless Refit's routes name it or the create returns nothing.</summary>
    public string? Read { get; set; }

    /// <summary>
    /// The method that finds what a create may have made: by its name, or by its marker where it takes a <see cref="Semel.Marker"/>. It returns
    /// one or null, a sequence, or an asynchronous one, of every page. Default: none, and a lost reply can't be looked for.
    /// </summary>
    public string? Find { get; set; }

    /// <summary>The method that lists every resource, every page: an absence counts only if it lacks the resource. With <see cref="Marker"/> it finds as well. Default: none, or the list that Refit's routes name, for absences only.</summary>
    public string? List { get; set; }

    /// <summary>The method that brings a resource to what is wanted, by its id; for <see cref="Semel.OnExists.Update"/> and <see cref="Semel.OnDrift.Update"/>.</summary>
    public string? Update { get; set; }

    /// <summary>The method that deletes a resource by its id; for <see cref="Semel.OnExists.Replace"/> and <see cref="Semel.OnDrift.Replace"/>.</summary>
    public string? Delete { get; set; }

    /// <summary>Where a resource shows the marker that the create put into it: a text, a sequence of texts or a map of them: <c>Tags</c>. Default: it carries none.</summary>
    public string? Marker { get; set; }

    /// <summary>On an interface: a static method of it that takes a parameter's value and the <see cref="CreateAttempt"/>, and returns the value to send: with the marker in it. Default: as it is.</summary>
    public string? Prepare { get; set; }

    /// <summary>
    /// The header that takes the idempotency key. Without a parameter for it, a <see cref="CreateAttemptHandler"/> in the client adds it; a core
    /// method may send <see cref="CreateAttempt.IdempotencyKey"/> itself. Default: none, or that of a parameter with Refit's <c>[Header]</c>.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>How long the API remembers an idempotency key, in hours; <see cref="double.PositiveInfinity"/>: for ever. Default: 24.</summary>
    public double KeyWindowHours { get; set; } = 24;

    /// <summary>The method that says of a value whether it is ready: it returns a <see cref="bool"/> or a <see cref="Readiness"/>. Default: it is at once.</summary>
    public string? Ready { get; set; }

    /// <summary>
    /// What of the input an earlier run's is compared with, and recorded in plain text: paths with commas between them: <c>request.Size, request.Image</c>.
    /// No secrets. Default: nothing.
    /// </summary>
    public string? Compare { get; set; }

    /// <summary>What of the input is secret and compared by a keyed fingerprint, recorded nowhere: paths with commas between them: <c>password, request.Token</c>. Default: nothing.</summary>
    public string? Secrets { get; set; }

    /// <summary>What to do when something of <see cref="Compare"/> or <see cref="Secrets"/> changed. Default: <see cref="OnDrift.Report"/>, which refuses what no <see cref="Update"/> can bring.</summary>
    public OnDrift OnDrift { get; set; }

    /// <summary>What comes first where a change replaces the resource. Default: <see cref="ReplaceOrder.DeleteFirst"/>.</summary>
    public ReplaceOrder ReplaceOrder { get; set; }

    /// <summary>When secrets are written again. Default: when one changed.</summary>
    public SecretWrites SecretWrites { get; set; }

    /// <summary>
    /// What the API guarantees. Default: <see cref="Guarantee.Replay"/> with an idempotency key, else <see cref="Guarantee.Marker"/> with a marker
    /// that can be found, else <see cref="Guarantee.AtMostOnce"/>; <see cref="Guarantee.Natural"/> for Refit's PUT.
    /// </summary>
    public Guarantee Guarantee { get; set; }

    /// <summary>Whether a recorded resource is read before it is trusted. Default: yes where there is a read, which the value needs anyway.</summary>
    public Verify Verify { get; set; }

    /// <summary>What to do with an unproven resource of the same name. Default: <see cref="OnExists.Fail"/>.</summary>
    public OnExists OnExists { get; set; }

    /// <summary>What to do with a resource that failed. Default: <see cref="OnFailed.Fail"/>.</summary>
    public OnFailed OnFailed { get; set; }

    /// <summary>Whether to look before the first create of a key without a record. Default: true where a look is possible and the create isn't <see cref="Guarantee.Natural"/>.</summary>
    public bool LookFirst { get; set; } = true;

    /// <summary>What records are kept under. Default: the name of the class, or of the interface without its <c>I</c>.</summary>
    public string? Model { get; set; }

    /// <summary>The scope, where the class has an <see cref="IDataRepository"/> and no <see cref="SemelContext"/>.</summary>
    public string? Scope { get; set; }
}
