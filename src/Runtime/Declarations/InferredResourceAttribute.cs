namespace Semel;

/// <summary>
/// What the generator found out about a resource, or was told, and why; written by it on each generated class, for people and for tests that
/// hold it to what they expect. Each property can be set by the property of the same name of <see cref="ExtensionModelAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InferredResourceAttribute : Attribute
{
    /// <summary>What was found out about the resource that an operation creates.</summary>
    /// <param name="create">The operation that creates: <c>POST /v2/droplets</c>.</param>
    /// <param name="guarantee">What the API lets Semel promise.</param>
    public InferredResourceAttribute(string create, Guarantee guarantee)
    {
        Create = create;
        Guarantee = guarantee;
    }

    /// <summary>The operation that creates: <c>POST /v2/droplets</c>.</summary>
    public string Create { get; }

    /// <summary>What the API lets Semel promise.</summary>
    public Guarantee Guarantee { get; }

    /// <summary>The operation that reads one by its id; null: there is none.</summary>
    public string? Read { get; set; }

    /// <summary>The operation that lists them, whether or not it can be used; null: there is none.</summary>
    public string? List { get; set; }

    /// <summary>The operation that updates one; null: there is none.</summary>
    public string? Update { get; set; }

    /// <summary>The operation that deletes one; null: there is none.</summary>
    public string? Delete { get; set; }

    /// <summary>Where the create's reply holds the id: <c>droplet.id</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The path parameter that takes the id; null: no path does.</summary>
    public string? IdParameter { get; set; }

    /// <summary>The request property that names an instance; null: every create names it.</summary>
    public string? Key { get; set; }

    /// <summary>The property that carries the marker; null: none does.</summary>
    public string? Marker { get; set; }

    /// <summary>Where the create takes an idempotency key; null: nowhere.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>
    /// For each of them how sure it is and why: <c>Read: usual, one parameter behind the collection</c>. It is <c>declared</c> where somebody
    /// said it, <c>stated</c> where the document does, <c>usual</c> where it is what APIs do, <c>assumed</c> where it is worth a look.
    /// </summary>
    public string[] Reasons { get; set; } = [];
}
