using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Declarations;

/// <summary>Reads a declaration from its symbol. What the analyzers refuse as a kind of class (SEM1008) is no declaration.</summary>
internal static class DeclarationReader
{
    public const string AttributeName = "Semel.ExtensionModelAttribute";

    private static readonly SymbolDisplayFormat EscapedName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static bool IsCandidate(SyntaxNode node) => node is ClassDeclarationSyntax;

    public static LocatedDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type || !CanBeModel(type)) return null;
        var attribute = context.Attributes[0];
        if (attribute.ConstructorArguments.Length is not (1 or 2) || !IsOnFirstPart(context, type)) return null;
        cancellationToken.ThrowIfCancellationRequested();
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var declaration = new ModelDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(EscapedName),
            type.Name,
            type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            ContainingTypeHeaders.Of(type),
            attribute.ConstructorArguments[0].Value as string ?? "",
            attribute.ConstructorArguments.Length < 2 ? "" : attribute.ConstructorArguments[1].Value as string ?? "",
            ReadOverrides(attribute),
            ConstructorReader.Read(type),
            type.GetMembers().Where(member => !member.IsImplicitlyDeclared).Select(member => member.Name)
                .Distinct(StringComparer.Ordinal).OrderBy(member => member, StringComparer.Ordinal).ToEquatableArray(),
            LocatedDeclaration.Placeholder(name))
        { IsPartial = IsPartial(type, cancellationToken), IsWhole = attribute.ConstructorArguments.Length == 1, Problems = Problems(attribute, name) };
        return new(declaration, LocationOf(attribute, cancellationToken));
    }

    private static bool CanBeModel(INamedTypeSymbol type)
    {
        if (type.IsStatic || type.IsAbstract || type.IsRecord || type.TypeParameters.Length > 0) return false;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal) return false;
        }

        return true;
    }

    /// <summary>Of an attribute that stands on several parts of a class, which is the compiler's error, only the first one counts.</summary>
    private static bool IsOnFirstPart(GeneratorAttributeSyntaxContext context, INamedTypeSymbol type)
    {
        var attribute = context.Attributes[0].AttributeClass;
        var first = type.GetAttributes().First(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
        return first.ApplicationSyntaxReference is { } place && place.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(place.Span);
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!current.DeclaringSyntaxReferences.All(part => part.GetSyntax(cancellationToken) is MemberDeclarationSyntax declaration
                && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))) return false;
        }

        return true;
    }

    private static EquatableArray<DiagnosticInfo> Problems(AttributeData attribute, string name) => EnumMembers.Undefined(attribute)
        .Select(arguments => DiagnosticInfo.Create(DiagnosticCatalogue.NoMemberOfEnum.Id, LocatedDeclaration.Placeholder(name), arguments)).ToEquatableArray();

    private static DeclaredOverrides ReadOverrides(AttributeData attribute)
    {
        var named = attribute.NamedArguments.ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal);
        return new(
            Text("Key"), Text("Id"), Text("Marker"), Member("Guarantee"), Member("Verify"), Member("OnExists"),
            named.TryGetValue("LookFirst", out var look) ? look.Value as bool? : null,
            Text("Namespace"))
        {
            Gone = Text("Gone"),
            IdempotencyKey = Text("IdempotencyKey"),
            KeyWindowHours = named.TryGetValue("KeyWindowHours", out var hours) ? hours.Value as double? : null,
            Ready = Text("Ready"),
            Failed = Text("Failed"),
            OnFailed = Member("OnFailed"),
            OnDrift = Member("OnDrift"),
            ReplaceOrder = Member("ReplaceOrder"),
            SecretWrites = Member("SecretWrites"),
            IgnoreChanges = Texts("IgnoreChanges"),
            OwnedSets = Texts("OwnedSets"),
            OwnsSet = named.TryGetValue("OwnsSet", out var owns) ? owns.Value as bool? : null,
            Secrets = Texts("Secrets"),
            IdParameter = Text("IdParameter"),
            Envelope = Text("Envelope"),
            Read = Text("Read"),
            List = Text("List"),
            ListItems = Text("ListItems"),
            Paging = Text("Paging"),
            Update = Text("Update"),
            Delete = Text("Delete"),
        };

        string? Text(string name) => named.TryGetValue(name, out var value) ? value.Value as string : null;

        EquatableArray<string>? Texts(string name) => named.TryGetValue(name, out var value) && value.Kind == TypedConstantKind.Array && !value.IsNull
            ? value.Values.Select(item => item.Value).OfType<string>().ToEquatableArray()
            : null;

        string? Member(string name) => named.TryGetValue(name, out var value) ? EnumMembers.NameOf(value) : null;
    }

    private static LocationInfo LocationOf(AttributeData attribute, CancellationToken cancellationToken)
    {
        var reference = attribute.ApplicationSyntaxReference!;
        var lines = reference.SyntaxTree.GetLineSpan(reference.Span, cancellationToken);
        return new(reference.SyntaxTree.FilePath, reference.Span, lines.Span);
    }
}
