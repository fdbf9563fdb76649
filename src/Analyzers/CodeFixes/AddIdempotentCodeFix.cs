using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM3002: declares the create <c>[Idempotent]</c> and makes what was there its core method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddIdempotentCodeFix)), Shared]
public sealed class AddIdempotentCodeFix : RuleFix
{
    private const string Title = "Make it [Idempotent]";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM3002"];

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not MethodDeclarationSyntax method || model.GetDeclaredSymbol(method, cancellationToken) is not { } symbol || Declaration(symbol) is not { } attribute) yield break;
        if (method.Parent is InterfaceDeclarationSyntax)
            yield return (Title, method, method.AddAttributeLists(attribute.WithTrailingTrivia(SyntaxFactory.Space)));
        else if (method.Parent is ClassDeclarationSyntax type && CanMove(method, symbol) && Moved(type, method, symbol, attribute) is { } moved)
            yield return (Title, type, moved);
    }

    /// <summary>Null where nothing names the resource, or nothing reads it again.</summary>
    private static AttributeListSyntax? Declaration(IMethodSymbol method)
    {
        if (Result(method) is not { } result) return null;
        var key = string.Join("/", method.Parameters.Select(KeyPaths.Of).Where(path => path is not null));
        if (key.Length == 0) return null;
        var text = $"Key = \"{key}\"";
        if (result.SpecialType is not (SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64))
        {
            if (Read(method, result) is not { } read || !result.GetMembers("Id").Any()) return null;
            text += $", Read = nameof({read.Name})";
        }

        if (Model(method) is { } model) text += $", Model = \"{model}\"";
        var list = (CompilationUnitSyntax)SyntaxFactory.ParseSyntaxTree($"[global::Semel.Idempotent({text})] class C;").GetRoot();
        return ((ClassDeclarationSyntax)list.Members[0]).AttributeLists[0].WithoutTrivia().WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>Where a type has several creates, each keeps its records under a name of its own: <c>Folder</c> for <c>CreateFolderAsync</c>.</summary>
    private static string? Model(IMethodSymbol create)
    {
        if (!create.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(other => other.Name != create.Name && CreateName.Of(other) is not null)) return null;
        var nouns = Words.OfMethod(create.Name).Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1));
        return string.Concat(nouns) is { Length: > 0 } name ? name : null;
    }

    private static ITypeSymbol? Result(IMethodSymbol method) => method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [var result] } && result.Name is not ("HttpResponseMessage" or "ApiResponse" or "Ensured") ? result : null;

    /// <summary>The method of the type that takes an id alone and returns what the create does.</summary>
    private static IMethodSymbol? Read(IMethodSymbol create, ITypeSymbol result) => create.ContainingType.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
        method.Name.StartsWith("Get", StringComparison.Ordinal) && !method.IsGenericMethod && method.ReturnType is INamedTypeSymbol { Name: "Task", TypeArguments: [var read] }
        && SymbolEqualityComparer.Default.Equals(read, result) && method.Parameters.Count(parameter => parameter.Type.Name != "CancellationToken") == 1
        && method.Parameters[0].Name.EndsWith("id", StringComparison.OrdinalIgnoreCase));

    private static bool CanMove(MethodDeclarationSyntax method, IMethodSymbol symbol) =>
        !symbol.IsGenericMethod && !symbol.IsStatic && !symbol.IsVirtual && !symbol.IsOverride && symbol.ExplicitInterfaceImplementations.IsEmpty && method.TypeParameterList is null
        && !symbol.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(symbol.Name)).Any() && symbol.ContainingType.ContainingType is null;

    private static ClassDeclarationSyntax? Moved(ClassDeclarationSyntax type, MethodDeclarationSyntax method, IMethodSymbol symbol, AttributeListSyntax attribute)
    {
        var hasContext = symbol.ContainingType.GetMembers().Any(member => member is IFieldSymbol { Type.Name: "SemelContext" } or IPropertySymbol { Type.Name: "SemelContext" })
            || type.ParameterList?.Parameters.Any(parameter => parameter.Type?.ToString().EndsWith("SemelContext", StringComparison.Ordinal) == true) == true;
        if (!hasContext && type.ParameterList is null) return null;
        var lead = method.AttributeLists.Count > 0 ? SyntaxFactory.TriviaList(CreateSplit.Indent(method)) : method.GetLeadingTrivia();
        var declared = CreateSplit.Declaration(method)
            .WithReturnType(SyntaxFactory.ParseTypeName($"{ReturnName(method)}<global::Semel.Ensured<{Payload(method)}>> ").WithAdditionalAnnotations(Simplifier.Annotation));
        if (method.AttributeLists.Count == 0) declared = declared.WithLeadingTrivia(CreateSplit.Indent(method));
        declared = declared.WithAttributeLists(declared.AttributeLists.Add(attribute.WithLeadingTrivia(lead).WithTrailingTrivia(CreateSplit.NewLine(method))));

        var changed = type.ReplaceNode(method, new SyntaxNode[] { declared, CreateSplit.Core(method) });
        if (!hasContext)
        {
            var context = SyntaxFactory.Parameter(SyntaxFactory.Identifier("semel")).WithType(SyntaxFactory.ParseTypeName("global::Semel.SemelContext ").WithAdditionalAnnotations(Simplifier.Annotation)).WithLeadingTrivia(SyntaxFactory.Space);
            changed = changed.WithParameterList(changed.ParameterList!.AddParameters(changed.ParameterList.Parameters.Count == 0 ? context.WithLeadingTrivia() : context));
        }

        return changed.Modifiers.Any(SyntaxKind.PartialKeyword) ? changed : MakePartialCodeFix.Fix(changed);
    }

    private static string ReturnName(MethodDeclarationSyntax method) => method.ReturnType.ToString().Substring(0, method.ReturnType.ToString().IndexOf('<'));

    private static string Payload(MethodDeclarationSyntax method) => method.ReturnType.ToString() is var text ? text.Substring(text.IndexOf('<') + 1, text.LastIndexOf('>') - text.IndexOf('<') - 1) : "";
}
