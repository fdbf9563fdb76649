using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;
using TypeKind = Microsoft.CodeAnalysis.TypeKind;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Reads a type with idempotent creates from its symbol, once, at the first of them.</summary>
internal static class IdempotentReader
{
    public static bool IsCandidate(SyntaxNode node) => node is MethodDeclarationSyntax;

    public static IdempotentDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method) return null;
        var creates = CreatesOf(method.ContainingType);
        if (creates.Count == 0 || !SymbolEqualityComparer.Default.Equals(creates[0].Method, method.PartialDefinitionPart ?? method)) return null;
        var problems = new List<DiagnosticInfo>();
        var model = method.ContainingType.TypeKind == TypeKind.Interface
            ? DecoratorReader.Read(method.ContainingType, context.SemanticModel.Compilation, problems, cancellationToken)
            : ReadPartial(method.ContainingType, creates, context.SemanticModel.Compilation, problems, cancellationToken);
        return new(model, problems.ToEquatableArray());
    }

    /// <summary>The creates that a type declares itself, in its order.</summary>
    public static List<(IMethodSymbol Method, IdempotentValues Values)> CreatesOf(INamedTypeSymbol type) =>
    [
        .. type.GetMembers().OfType<IMethodSymbol>()
            .Select(method => (Method: method, Values: IdempotentValues.Of(method)))
            .Where(create => create.Values is not null)
            .Select(create => (create.Method, create.Values!)),
    ];

    /// <summary>One create; where it is misused, one that throws what is wrong.</summary>
    public static IdempotentCreate ReadCreate(
        (IMethodSymbol Method, IdempotentValues Values) create, string header, HashSet<string> models, Compilation compilation, List<DiagnosticInfo> problems, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var model = create.Values.Text("Model") is { Length: > 0 } declared ? declared : ModelOf(create.Method.ContainingType);
        try
        {
            return new CreateReader(create.Method, create.Values, compilation).Read(header, model, isRepeated: !models.Add(model));
        }
        catch (Misuse misuse)
        {
            var problem = DiagnosticInfo.Create(misuse.Id, create.Values.Place(cancellationToken), misuse.Arguments);
            problems.Add(problem);
            return new(header, problem.Message);
        }
    }

    /// <summary>The name of a type without what makes it an interface.</summary>
    public static string ModelOf(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1]) ? type.Name.Substring(1) : type.Name;

    private static IdempotentModel? ReadPartial(
        INamedTypeSymbol type, List<(IMethodSymbol Method, IdempotentValues Values)> creates, Compilation compilation, List<DiagnosticInfo> problems, CancellationToken cancellationToken)
    {
        var (models, read) = (new HashSet<string>(StringComparer.Ordinal), new List<IdempotentCreate>());
        foreach (var create in creates)
        {
            var declared = (MethodDeclarationSyntax)create.Method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
            if (WhyNot(create.Method, declared, type, cancellationToken) is { } why)
            {
                problems.Add(DiagnosticInfo.Create("SEM1017", create.Values.Place(cancellationToken), create.Method.Name, why));
                continue;
            }

            read.Add(ReadCreate(create, CreateReader.HeaderOf(create.Method, declared), models, compilation, problems, cancellationToken));
        }

        if (read.Count == 0) return null;
        return new(NamespaceOf(type), FileName(type), ContainingTypeHeaders.Of(type).Append(ContainingTypeHeaders.Header(type)).ToEquatableArray(), read.ToEquatableArray(), null);
    }

    private static string? WhyNot(IMethodSymbol method, MethodDeclarationSyntax declared, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!declared.Modifiers.Any(SyntaxKind.PartialKeyword)) return "it is not partial, so that nothing can be written over it; make it partial and rename what it does to its core";
        if (declared.Body is not null || declared.ExpressionBody is not null || method.PartialImplementationPart is not null) return "it has a body; the generator writes that, over your core method";
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal) return $"'{current.Name}' is local to its file, which generated code is not";
            if (!current.DeclaringSyntaxReferences.All(part => part.GetSyntax(cancellationToken) is MemberDeclarationSyntax member && member.Modifiers.Any(SyntaxKind.PartialKeyword)))
                return $"'{current.Name}' is not partial";
        }

        return type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == DeclarationReader.AttributeName)
            ? "the generator writes the creates of a class with [ExtensionModel] from its document; its Key and its policies are properties of that attribute, and a create of your own goes into a class of its own"
            : null;
    }

    public static string NamespaceOf(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();

    public static string FileName(INamedTypeSymbol type)
    {
        var name = type.MetadataName.Replace('`', '-');
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType) name = $"{outer.MetadataName.Replace('`', '-')}.{name}";
        return NamespaceOf(type) is { Length: > 0 } space ? $"{space}.{name}" : name;
    }
}
