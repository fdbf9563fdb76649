using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Semel.Generator.Emit;
using Semel.Generator.Model;
using TypeKind = Microsoft.CodeAnalysis.TypeKind;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Reads one create: what it returns, whom it calls, what it is keyed by. What is misused ends it with a <see cref="Misuse"/>.</summary>
internal sealed class CreateReader
{
    private readonly IMethodSymbol _create;
    private readonly IdempotentValues _values;
    private readonly Compilation _compilation;
    private readonly LambdaNames _names;
    private readonly Dictionary<string, string> _locals = new(StringComparer.Ordinal);
    private readonly List<string> _statements = [];
    private readonly string _instance;
    private readonly KeyReader _key;
    private readonly IdReader _ids;
    private readonly PartnerBinder _partners;

    public CreateReader(IMethodSymbol create, IdempotentValues values, Compilation compilation)
    {
        (_create, _values, _compilation) = (create, values, compilation);
        _names = new LambdaNames(create);
        foreach (var parameter in create.Parameters) _locals.Add(parameter.Name, Local(parameter));
        _instance = Instance();
        _key = new KeyReader(create, compilation, _locals);
        _ids = new IdReader(create, compilation, values);
        _partners = new PartnerBinder(create, compilation, _locals, _names, _key, _instance);
    }

    private bool IsInterface => _create.ContainingType.TypeKind == TypeKind.Interface;

    /// <param name="header">The signature.</param>
    /// <param name="model">What its records are kept under.</param>
    /// <param name="isRepeated">Another create of the type has that model.</param>
    public IdempotentCreate Read(string header, string model, bool isRepeated)
    {
        if (isRepeated) throw new Misuse("SEM1025", _create.Name, model);
        _values.RequireMembers();
        RequireShape();
        var returns = ReturnsOf(out var result);
        var instance = _key.Instance(_values.Text("Key"));
        var call = new CreateCall(_create, _values, _compilation, _names, _locals, _partners, _ids, _instance);
        var (send, reply) = call.Read(result, key => _key.Single(key));
        var options = new OptionsReader(_create, _values, _compilation, _names, _key, _ids, _partners).Read(reply, call);
        return new(header, null)
        {
            Locals = _statements.ToEquatableArray(),
            Type = reply.Type is { } type ? Symbols.Type(type) : "string",
            Arguments = [Context(), Literals.String(model), instance, send],
            Options = options.ToEquatableArray(),
            Token = _create.Parameters.FirstOrDefault(parameter => Symbols.IsToken(parameter.Type)) is { } token ? _locals[token.Name] : "default",
            Returns = returns,
        };
    }

    /// <summary>Lambdas can hold neither <c>in</c> parameters nor the <c>this</c> of a struct.</summary>
    private string Local(IParameterSymbol parameter)
    {
        var name = Symbols.Name(parameter.Name);
        if (parameter.RefKind is not (RefKind.In or RefKind.RefReadOnlyParameter)) return name;
        var local = parameter.Name + "Value";
        while (_create.Parameters.Any(other => other.Name == local)) local += "_";
        _statements.Add($"var {local} = {name};");
        return local;
    }

    private string Instance()
    {
        if (IsInterface) return "_inner.";
        if (_create.IsStatic || _create.ContainingType.TypeKind != TypeKind.Struct) return "";
        _statements.Add($"var {_names.Self} = this;");
        return _names.Self + ".";
    }

    private void RequireShape()
    {
        if (_create.Parameters.FirstOrDefault(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out || parameter.Type.IsRefLikeType || parameter.Type.TypeKind == TypeKind.Pointer) is { } bad)
            throw Cannot($"its parameter '{bad.Name}' can't be kept until the create is sent; take it by value");
        var unknown = _create.Parameters.Select(parameter => Symbols.Unknown(parameter.Type)).Prepend(Symbols.Unknown(_create.ReturnType)).FirstOrDefault(type => type is not null);
        if (unknown is not null) throw Cannot($"'{unknown.Name}' is no type that this generator sees: it is missing, or another generator, or this one, writes it");
    }

    private CreateReturns ReturnsOf(out ITypeSymbol? result)
    {
        var reply = Reply.Of(_create.ReturnType) ?? throw Cannot($"it returns {Symbols.Shown(_create.ReturnType)}; it must return a Task or a ValueTask");
        var isTask = _create.ReturnType.Name == "Task";
        result = reply.Type;
        if (!Symbols.Is(result, "Semel", "Ensured", 1)) return (result, isTask) switch
        {
            (null, true) => CreateReturns.Task,
            (null, false) => CreateReturns.ValueTask,
            (_, true) => CreateReturns.ValueInTask,
            _ => CreateReturns.ValueInValueTask,
        };
        if (IsInterface) throw Cannot("an interface's method returns what the API gives, not Ensured<T>; SemelContext.Observe tells what was done");
        result = ((INamedTypeSymbol)result!).TypeArguments[0];
        return isTask ? CreateReturns.EnsuredTask : CreateReturns.EnsuredValueTask;
    }

    private string Context()
    {
        if (IsInterface) return "_semel";
        var type = _create.ContainingType;
        if (_create.Parameters.FirstOrDefault(parameter => Symbols.Is(parameter.Type, "Semel", "SemelContext")) is { } given) return _locals[given.Name];
        if (ConstructorReader.Find(type, "SemelContext", "Semel", _create.IsStatic) is { } context) return context;
        var repository = _create.Parameters.FirstOrDefault(parameter => Symbols.Is(parameter.Type, "Semel", "IDataRepository")) is { } passed
            ? _locals[passed.Name]
            : ConstructorReader.Find(type, "IDataRepository", "Semel", _create.IsStatic);
        return repository is not null && _values.Text("Scope") is { Length: > 0 } scope
            ? $"new global::Semel.SemelContext({repository}, {Literals.String(scope)})"
            : throw new Misuse("SEM1023", _create.Name, type.Name);
    }

    private Misuse Cannot(string why) => new("SEM1017", _create.Name, why);

    /// <summary>The header of the part that the generator writes.</summary>
    public static string HeaderOf(IMethodSymbol create, MethodDeclarationSyntax declared)
    {
        var parameters = create.Parameters.Select((parameter, index) => (index == 0 && create.IsExtensionMethod ? "this " : "") + Symbols.Parameter(parameter));
        return $"{string.Join(" ", declared.Modifiers.Select(modifier => modifier.Text))} {Symbols.Type(create.ReturnType)} {Symbols.Name(create.Name)}{Symbols.TypeParameters(create.TypeParameters)}({string.Join(", ", parameters)}){Symbols.Constraints(create)}";
    }
}
