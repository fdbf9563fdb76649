using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency.Record;

/// <summary>A call that makes something in an API and answers with it.</summary>
internal static class CreateCall
{
    public static bool Is(IInvocationOperation call)
    {
        if (Payload(call.TargetMethod.ReturnType) is not { } result || result.Name == "Ensured") return false;
        if (RefitMethod.PathOf(call.TargetMethod) is null && PostCall.Match(call) is { } post) return post.Path is { IsUnknown: false } address && address.MayCreate(named: false);
        return CreateName.Of(call.TargetMethod) is { } name
            && name.Creates(RefitMethod.PathOf(call.TargetMethod) is { } path ? new PathText(path) : null) && (RecordCall.IsClient(call) || RefitMethod.PathOf(call.TargetMethod) is not null || IsOwn(call));
    }

    /// <summary>A method of the same type that awaits something: its helper that creates.</summary>
    private static bool IsOwn(IInvocationOperation call) =>
        (call.Instance is IInstanceReferenceOperation || call.TargetMethod.MethodKind == MethodKind.LocalFunction) && call.Parent is IAwaitOperation
        && !Words.Mentions(call.TargetMethod.ContainingType?.Name ?? "", "repository", "store", "dao", "dbcontext");

    private static ITypeSymbol? Payload(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask" } task
        ? task.TypeArguments.FirstOrDefault()
        : type.SpecialType == SpecialType.System_Void ? null : type;
}
