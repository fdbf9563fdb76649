using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3010: a POST has no content, so that <c>HttpClient</c> may send it again on its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NullContentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.NullContent];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeMessage, OperationKind.ObjectCreation);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "PostAsync", ContainingType.Name: "HttpClient" }) return;
        var content = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "content");
        if (content is not null && Origin.Bare(content.Value).ConstantValue is { HasValue: true, Value: null } && !TestCode.Is(context.ContainingSymbol.ContainingType))
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.NullContent, content.Value.Syntax.GetLocation()));
    }

    /// <summary>A message that is only made and sent; where it goes elsewhere in between, somebody may set its content.</summary>
    private static void AnalyzeMessage(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type?.Name != "HttpRequestMessage" || !creation.Arguments.Any(argument => HttpVerb.IsPost(argument.Value))) return;
        if (creation.Initializer?.Initializers.Any(IsContent) == true || !IsOnlySent(creation) || TestCode.Is(context.ContainingSymbol.ContainingType)) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.NullContent, creation.Syntax.GetLocation()));
    }

    private static bool IsOnlySent(IObjectCreationOperation creation)
    {
        IOperation node = creation;
        while (node.Parent is IConversionOperation or IVariableInitializerOperation) node = node.Parent;
        return node.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => IsSend(call),
            IVariableDeclaratorOperation declarator => Uses(declarator).ToList() is var uses && uses.Any(use => use.Parent is IArgumentOperation { Parent: IInvocationOperation call } && IsSend(call)) && uses.All(IsHarmless),
            _ => false,
        };
    }

    private static IEnumerable<ILocalReferenceOperation> Uses(IVariableDeclaratorOperation declarator) =>
        Origin.Root(declarator).Descendants().OfType<ILocalReferenceOperation>().Where(use => Origin.Same(use.Local, declarator.Symbol));

    private static bool IsHarmless(ILocalReferenceOperation use) => use.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation call } => IsSend(call),
        IPropertyReferenceOperation { Property.Name: var name } => name != "Content",
        _ => false,
    };

    private static bool IsSend(IInvocationOperation call) => call.TargetMethod.Name is "SendAsync" or "Send" && call.TargetMethod.ContainingType.Name is "HttpClient" or "HttpMessageInvoker";

    private static bool IsContent(IOperation item) => item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Content" } };
}
