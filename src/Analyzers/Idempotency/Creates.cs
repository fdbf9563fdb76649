using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Http;
using Semel.Analyzers.Idempotency.Record;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>Whether code creates: by a POST, by a client, by a method of its own.</summary>
internal static class Creates
{
    public static bool IsIn(IOperation? code) => code?.DescendantsAndSelf().Any(operation => operation is IInvocationOperation call && Is(call)) == true;

    public static bool Is(IInvocationOperation call) => CreateCall.Is(call)
        || PostCall.Match(call) is { } post && post.Path is { IsUnknown: false } path && path.MayCreate(named: false)
        || call.Parent is IAwaitOperation && CreateName.Of(call.TargetMethod)?.Creates(null) == true && (RecordCall.IsClient(call) || call.Instance is IInstanceReferenceOperation);
}
