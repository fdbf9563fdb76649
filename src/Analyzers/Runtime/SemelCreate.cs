using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;

namespace Semel.Analyzers.Runtime;

/// <summary>A call of a create that Semel made idempotent: it returns a task of <c>Ensured&lt;T&gt;</c>.</summary>
internal static class SemelCreate
{
    public static bool Is(IInvocationOperation call) =>
        call.TargetMethod.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [INamedTypeSymbol { Name: "Ensured" } result] } && IsSemel(result)
        && call.TargetMethod.Name.StartsWith("Create", StringComparison.Ordinal);

    public static bool IsSemel(ITypeSymbol? type) => type?.ContainingNamespace is { Name: "Semel", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>The argument that names an instance, where a text does.</summary>
    public static IArgumentOperation? Instance(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter is { Name: "instance", Type.SpecialType: SpecialType.System_String });

    /// <summary>The value of a property that <c>[ExtensionModel]</c> sets on the class of the model; null where it doesn't.</summary>
    public static TypedConstant? Declared(ITypeSymbol? model, string property)
    {
        foreach (var attribute in model?.GetAttributes() ?? [])
        {
            if (attribute.AttributeClass?.Name != "ExtensionModelAttribute") continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument.Key == property) return argument.Value;
            }
        }

        return null;
    }

    /// <summary>The local that holds the result of a create; null where it goes elsewhere.</summary>
    public static ILocalSymbol? Result(IInvocationOperation call)
    {
        IOperation node = call;
        while (node.Parent is IAwaitOperation or IConversionOperation or IVariableInitializerOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }) node = node.Parent;
        return node.Parent switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
            _ => null,
        };
    }
}
