using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3007: the text of an error decides whether something exists.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageTextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.MessageText];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Equals" or "IsMatch")) return;
        var subject = call.Instance?.Type?.SpecialType == SpecialType.System_String ? call.Instance : call.TargetMethod.Name == "IsMatch" && call.Arguments.Length > 0 ? call.Arguments[0].Value : null;
        if (subject is null || !IsErrorText(subject) || !call.Arguments.Any(argument => SaysPresence(argument.Value))) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.MessageText, call.Syntax.GetLocation()));
    }

    private static bool IsErrorText(IOperation subject)
    {
        foreach (var origin in Origin.Values(subject))
        {
            var operation = origin;
            while (operation is IInvocationOperation { Instance: { } instance, TargetMethod.ContainingType.SpecialType: SpecialType.System_String }) operation = Origin.Bare(instance);
            if (operation is IPropertyReferenceOperation { Property: var property } && property.Name is "Message" or "Content" or "ErrorMessage" or "Detail" or "Title" or "ReasonPhrase" or "ResponseBody" && IsError(((IPropertyReferenceOperation)operation).Property.ContainingType)) return true;
        }

        return false;
    }

    private static bool IsError(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "Exception" || Words.Mentions(current.Name, "problem", "error")) return true;
        }

        return type.Name is "RestResponse" or "RestResponseBase" or "HttpResponseMessage";
    }

    private static bool SaysPresence(IOperation text) => Origin.Bare(text).ConstantValue is { HasValue: true, Value: string constant }
        && Words.Mentions(constant, "exist", "duplicate", "not found", "notfound", "not_found", "404", "409", "conflict", "already", "taken", "unique");
}
