using Semel.Generator.Diagnostics;

namespace Semel.Generator.Declarations;

/// <summary>One class with <c>[ExtensionModel]</c>: what the user wrote, without symbols.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Name">The class's name.</param>
/// <param name="Accessibility">C# keyword(s): <c>public</c>, <c>internal</c>.</param>
/// <param name="ContainingTypes">Headers of the types it is nested in, outermost first: <c>public static partial class Api</c>.</param>
/// <param name="Document">The attribute's document.</param>
/// <param name="Path">The attribute's path.</param>
/// <param name="Overrides">What the attribute's properties override.</param>
/// <param name="Constructor">How the class gets its client and context.</param>
/// <param name="Members">Names of the members that the class declares itself: not emitted again.</param>
/// <param name="Location">The attribute.</param>
internal sealed record ModelDeclaration(
    string Namespace,
    string Name,
    string Accessibility,
    EquatableArray<string> ContainingTypes,
    string Document,
    string Path,
    DeclaredOverrides Overrides,
    ConstructorModel Constructor,
    EquatableArray<string> Members,
    LocationInfo Location)
{
    /// <summary>False where the class or a type around it is not <c>partial</c>: an analyzer says so, and no part of it is written.</summary>
    public bool IsPartial { get; init; } = true;

    /// <summary>True where nobody writes another part of the class: what is written is all of it.</summary>
    public bool IsComplete { get; init; }

    /// <summary>What stands in front of the name of the class, of which the user may have written a part.</summary>
    public string Header => IsComplete ? Accessibility + " sealed partial class" : "partial class";

    /// <summary>True where only a document is declared: every resource of it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The property of a whole document's class that this resource is; null for a class of its own.</summary>
    public string? Property { get; init; }

    /// <summary>True for a group of operations of a whole document's class.</summary>
    public bool IsGroup { get; init; }

    /// <summary>What is wrong with the attribute itself.</summary>
    public EquatableArray<DiagnosticInfo> Problems { get; init; } = [];

    /// <summary>What records of the resource are kept under.</summary>
    public string RecordName => Property is null ? Name : $"{OuterName}.{Property}";

    private string OuterName => ContainingTypes[ContainingTypes.Count - 1].Split(' ').Last().TrimStart('@');

    /// <summary>One resource of a whole document: a class inside this one.</summary>
    /// <param name="path">The path that creates it.</param>
    /// <param name="property">Its property, as wanted; collisions are resolved when it is emitted.</param>
    public ModelDeclaration Of(string path, string property) => this with
    {
        Name = property + "Resource",
        Path = path,
        Property = property,
        IsWhole = false,
        Accessibility = "public",
        ContainingTypes = ContainingTypes.Append("partial class " + Name).ToEquatableArray(),
        Constructor = new(true, null, null),
        Members = [],
    };

    /// <summary>A group of operations of a whole document: a class inside this one.</summary>
    public ModelDeclaration OfGroup(string property) => Of("", property) with { Name = property + "Operations", IsGroup = true };
}

/// <summary>The attribute's properties; null where it doesn't say. Enum values by their name.</summary>
internal sealed record DeclaredOverrides(
    string? Key, string? Id, string? Marker, string? Guarantee, string? Verify, string? OnExists, bool? LookFirst, string? Namespace)
{
    /// <summary><c>path=value[,value]</c>: <c>status.state=expired</c>.</summary>
    public string? Gone { get; init; }

    /// <summary>Name of a header, <c>query:name</c> or <c>body:name</c>; empty: there is none.</summary>
    public string? IdempotencyKey { get; init; }

    public double? KeyWindowHours { get; init; }

    /// <summary>As <see cref="Gone"/>.</summary>
    public string? Ready { get; init; }

    /// <summary>As <see cref="Gone"/>, of the same property as <see cref="Ready"/>.</summary>
    public string? Failed { get; init; }

    public string? OnFailed { get; init; }

    public string? OnDrift { get; init; }

    public string? ReplaceOrder { get; init; }

    public string? SecretWrites { get; init; }

    /// <summary>Property paths of the request.</summary>
    public EquatableArray<string>? IgnoreChanges { get; init; }

    /// <summary>As <see cref="IgnoreChanges"/>.</summary>
    public EquatableArray<string>? OwnedSets { get; init; }

    public bool? OwnsSet { get; init; }

    /// <summary>As <see cref="IgnoreChanges"/>, or names at any place.</summary>
    public EquatableArray<string>? Secrets { get; init; }

    /// <summary>The path parameter that takes the id.</summary>
    public string? IdParameter { get; init; }

    /// <summary>Property path of the resource in the create's reply; <c>$</c>: the reply itself.</summary>
    public string? Envelope { get; init; }

    /// <summary><c>GET /v2/vpcs/{vpc_id}</c>, or the path alone; empty: there is none.</summary>
    public string? Read { get; init; }

    /// <summary>As <see cref="Read"/>.</summary>
    public string? List { get; init; }

    /// <summary>Property path of the array in the list's reply; <c>$</c>: the reply itself.</summary>
    public string? ListItems { get; init; }

    public string? Paging { get; init; }

    /// <summary>As <see cref="Read"/>.</summary>
    public string? Update { get; init; }

    /// <summary>As <see cref="Read"/>.</summary>
    public string? Delete { get; init; }

    /// <summary>Whether the attribute says it.</summary>
    public bool Says(string name) => OfOneResource().Contains(name);

    /// <summary>Which of them say something of one resource only.</summary>
    public IEnumerable<string> OfOneResource() => new (string Name, object? Value)[]
    {
        ("Key", Key), ("Id", Id), ("Marker", Marker), ("Guarantee", Guarantee), ("Gone", Gone),
        ("IdempotencyKey", IdempotencyKey), ("KeyWindowHours", KeyWindowHours), ("Ready", Ready), ("Failed", Failed),
        ("IdParameter", IdParameter), ("Envelope", Envelope), ("Read", Read), ("List", List), ("ListItems", ListItems), ("Paging", Paging), ("Update", Update), ("Delete", Delete),
        ("IgnoreChanges", IgnoreChanges), ("OwnedSets", OwnedSets), ("OwnsSet", OwnsSet),
    }.Where(value => value.Value is not null).Select(value => value.Name);
}

/// <summary>How the class gets its <c>HttpClient</c> and <c>SemelContext</c>.</summary>
/// <param name="Emit">True where the class declares no constructor: the generator adds one.</param>
/// <param name="HttpClient">Expression for the client where it doesn't: a member's or primary-constructor parameter's name.</param>
/// <param name="Context">Expression for the context, likewise.</param>
internal sealed record ConstructorModel(bool Emit, string? HttpClient, string? Context);
