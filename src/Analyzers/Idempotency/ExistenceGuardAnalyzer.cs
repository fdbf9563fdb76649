using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3005: a secret is written only where none exists, so that a changed value never arrives.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExistenceGuardAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Secrets = ["secret", "password", "credential", "apikey", "passphrase", "connectionstring", "certificate", "privatekey"];
    private static readonly HashSet<string> Writes = ["set", "put", "write", "create", "add", "store", "upsert", "save", "insert", "post"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.ExistenceGuard];

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
        if (!WritesSecret(call) || !LookFirst.Guards(call) || TestCode.Is(context.ContainingSymbol.ContainingType)) return;
        var body = CallSite.BodyOf(call);
        if (body.Descendants().Any(operation => operation is IInvocationOperation other && !ReferenceEquals(other, call) && Updates(other))) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.ExistenceGuard, CallName.Of(call), call.TargetMethod.Name));
    }

    /// <summary>A write of something secret whose value comes from outside; one that was made up for it is right to be written once.</summary>
    private static bool WritesSecret(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        if (!Words.Mentions(name, Secrets) && !call.Arguments.Any(argument => argument.Parameter is { } parameter && Words.Mentions(parameter.Name, Secrets))) return false;
        var words = Words.OfMethod(name);
        return words.Count > 0 && Writes.Contains(words[0]) && call.Arguments.Any(argument => IsValue(argument) && IsGiven(argument.Value));
    }

    private static bool IsValue(IArgumentOperation argument) => argument.Parameter is { } parameter
        && (Words.Mentions(parameter.Name, "value", "content", "data", "body", "request") || Words.Mentions(parameter.Name, Secrets) && !Words.Mentions(parameter.Name, "name", "id", "key"));

    private static bool IsGiven(IOperation value)
    {
        var origins = Origin.Values(value).SelectMany(origin => origin.DescendantsAndSelf()).ToList();
        if (origins.Any(operation => operation is IInvocationOperation made && Words.Mentions(made.TargetMethod.Name, "generate", "random", "newguid", "getbytes", "createpassword", "next"))) return false;
        return origins.Any(operation => operation is IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation);
    }

    private static bool Updates(IInvocationOperation call) =>
        Words.Mentions(call.TargetMethod.Name, Secrets) && Words.OfMethod(call.TargetMethod.Name)[0] is "update" or "set" or "put" or "rotate" or "patch" or "upsert" or "replace" or "write";
}
