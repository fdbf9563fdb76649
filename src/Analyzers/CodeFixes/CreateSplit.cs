using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Splits a create in two: what callers see, for the generator to write, and the core that sends it.</summary>
internal static class CreateSplit
{
    public static string CoreName(MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        return name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) + "CoreAsync" : name + "Core";
    }

    /// <summary>The method as it was, partial and without a body; an empty line follows.</summary>
    public static MethodDeclarationSyntax Declaration(MethodDeclarationSyntax method)
    {
        var modifiers = method.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(modifier => Token(modifier.Kind())).ToList();
        if (!modifiers.Any(IsAccess)) modifiers.Insert(0, Token(SyntaxKind.PrivateKeyword));
        modifiers.Add(Token(SyntaxKind.PartialKeyword));
        modifiers[0] = modifiers[0].WithLeadingTrivia((method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken()).LeadingTrivia);
        return method.WithBody(null).WithExpressionBody(null).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithModifiers(SyntaxFactory.TokenList(modifiers))
            .WithReturnType(method.ReturnType.WithLeadingTrivia())
            .WithParameterList(method.ParameterList.WithTrailingTrivia())
            .WithTrailingTrivia(NewLine(method), NewLine(method));
    }

    /// <summary>What the method did, privately, given the attempt too.</summary>
    public static MethodDeclarationSyntax Core(MethodDeclarationSyntax method)
    {
        var attempt = SyntaxFactory.Parameter(SyntaxFactory.Identifier("attempt")).WithType(SyntaxFactory.ParseTypeName("global::Semel.CreateAttempt ").WithAdditionalAnnotations(Simplifier.Annotation));
        var parameters = method.ParameterList.Parameters.Select(parameter => parameter.WithDefault(null).WithIdentifier(parameter.Identifier.WithTrailingTrivia()).WithoutTrivia()).ToList();
        var token = parameters.FindIndex(parameter => parameter.Type?.ToString().EndsWith("CancellationToken", StringComparison.Ordinal) == true);
        parameters.Insert(token < 0 ? parameters.Count : token, attempt);
        var modifiers = method.Modifiers.Select(modifier => modifier.Kind()).Where(kind => kind is SyntaxKind.StaticKeyword or SyntaxKind.UnsafeKeyword or SyntaxKind.AsyncKeyword);
        return method.WithIdentifier(SyntaxFactory.Identifier(CoreName(method))).WithAttributeLists([])
            .WithModifiers(SyntaxFactory.TokenList(modifiers.Prepend(SyntaxKind.PrivateKeyword).Select(Token)))
            .WithReturnType(method.ReturnType.WithLeadingTrivia())
            .WithParameterList(method.ParameterList.WithParameters(SyntaxFactory.SeparatedList(parameters, Enumerable.Repeat(Token(SyntaxKind.CommaToken), parameters.Count - 1))))
            .WithLeadingTrivia(Indent(method));
    }

    public static SyntaxTrivia Indent(MethodDeclarationSyntax method) =>
        SyntaxFactory.Whitespace(method.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString());

    public static SyntaxTrivia NewLine(MethodDeclarationSyntax method) => SyntaxFactory.EndOfLine(method.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n");

    private static bool IsAccess(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword;

    private static SyntaxToken Token(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
}
