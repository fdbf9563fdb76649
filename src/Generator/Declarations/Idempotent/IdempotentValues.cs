using Microsoft.CodeAnalysis;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>The properties of one <c>[Idempotent]</c>; null where it doesn't say. Enum values by their name.</summary>
internal sealed class IdempotentValues
{
    public const string AttributeName = "Semel.IdempotentAttribute";

    private readonly Dictionary<string, TypedConstant> _named;
    private readonly AttributeData _attribute;

    private IdempotentValues(AttributeData attribute)
    {
        _attribute = attribute;
        _named = attribute.NamedArguments.ToDictionary(argument => argument.Key, argument => argument.Value, StringComparer.Ordinal);
    }

    public static IdempotentValues? Of(IMethodSymbol method) =>
        method.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeName) is { } found ? new(found) : null;

    public string? Text(string name) => _named.TryGetValue(name, out var value) ? value.Value as string : null;

    public bool? Flag(string name) => _named.TryGetValue(name, out var value) ? value.Value as bool? : null;

    public double? Number(string name) => _named.TryGetValue(name, out var value) ? value.Value as double? : null;

    public string? Member(string name) => _named.TryGetValue(name, out var value) ? EnumMembers.NameOf(value) : null;

    /// <summary>A value that is no member of its enum ends it.</summary>
    public void RequireMembers()
    {
        if (EnumMembers.Undefined(_attribute).FirstOrDefault() is { } arguments) throw new Misuse(DiagnosticCatalogue.NoMemberOfEnum.Id, arguments);
    }

    public LocationInfo? Place(CancellationToken cancellationToken)
    {
        if (_attribute.ApplicationSyntaxReference is not { } reference) return null;
        return new(reference.SyntaxTree.FilePath, reference.Span, reference.SyntaxTree.GetLineSpan(reference.Span, cancellationToken).Span);
    }
}
