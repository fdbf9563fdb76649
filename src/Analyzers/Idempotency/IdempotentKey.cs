using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Semel.Analyzers.Runtime;

namespace Semel.Analyzers.Idempotency;

/// <summary>The key that <c>[Idempotent]</c> declares: paths over the parameters, with slashes between them.</summary>
internal sealed class IdempotentKey(string[] paths, Location location)
{
    public string[] Paths => paths;

    /// <summary>Where the key is written.</summary>
    public Location Location => location;

    /// <summary>Null where the method has no such attribute, or no key.</summary>
    public static IdempotentKey? Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var attribute = method.GetAttributes().FirstOrDefault(candidate => candidate.AttributeClass is { Name: "IdempotentAttribute" } type && SemelCreate.IsSemel(type));
        if (attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "Key").Value.Value is not string key || string.IsNullOrWhiteSpace(key)) return null;
        var written = (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Key");
        return new IdempotentKey([.. key.Split('/').Select(path => path.Trim())], written?.Expression.GetLocation() ?? method.Locations[0]);
    }
}
