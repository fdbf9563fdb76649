namespace Semel.Generator.Model;

/// <summary>A type with idempotent creates of the user's own, bound: what is emitted for it, without symbols.</summary>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Name">What its generated file is called.</param>
/// <param name="Headers">Headers of the partial types around the creates, outermost first; none for an interface.</param>
/// <param name="Creates">Of partial methods; those of an interface are members of its decorator.</param>
/// <param name="Decorator">Of an interface.</param>
internal sealed record IdempotentModel(
    string Namespace, string Name, EquatableArray<string> Headers, EquatableArray<IdempotentCreate> Creates, DecoratorModel? Decorator);

/// <summary>One create: its header and the one call that it is.</summary>
/// <param name="Header">Signature up to the body.</param>
/// <param name="Error">What is wrong with it; then it only throws that.</param>
internal sealed record IdempotentCreate(string Header, string? Error)
{
    /// <summary>Statements before the call.</summary>
    public EquatableArray<string> Locals { get; init; } = [];

    /// <summary>The type of what the create returns.</summary>
    public string Type { get; init; } = "";

    /// <summary>Arguments in front of the options: context, model, instance, create.</summary>
    public EquatableArray<string> Arguments { get; init; } = [];

    /// <summary>Initialisers of the options.</summary>
    public EquatableArray<string> Options { get; init; } = [];

    /// <summary>The cancellation token.</summary>
    public string Token { get; init; } = "";

    public CreateReturns Returns { get; init; }
}

/// <summary>What a create returns.</summary>
internal enum CreateReturns
{
    EnsuredTask,
    EnsuredValueTask,
    ValueInTask,
    ValueInValueTask,
    Task,
    ValueTask,
}

/// <summary>A decorator of an interface.</summary>
/// <param name="Name">Without type parameters: <c>IdempotentDropletsApi</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or nothing.</param>
/// <param name="Constraints"><c> where T : class</c>, or nothing.</param>
/// <param name="Interface">The interface's full name.</param>
/// <param name="Members">In the interface's order.</param>
internal sealed record DecoratorModel(
    string Name, string Accessibility, string TypeParameters, string Constraints, string Interface, EquatableArray<DecoratorMember> Members);

/// <summary>A member that passes through, or a create.</summary>
internal sealed record DecoratorMember(string? Text, IdempotentCreate? Create);
