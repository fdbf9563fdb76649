using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency.Record;

/// <summary>A call that writes something down for good: a repository, a database, a file.</summary>
internal static class RecordCall
{
    private static readonly string[] Stores = ["repository", "store", "storage", "state", "db", "database", "cache", "table", "file", "ledger", "journal", "registry", "inventory", "manifest", "dao", "persist", "redis", "blob", "records", "unitofwork"];
    private static readonly string[] Measures = ["metric", "histogram", "counter", "meter", "telemetry", "activity", "log", "stopwatch", "console", "trace", "statistic"];
    private static readonly HashSet<string> NoRecord = ["metric", "metrics", "latency", "duration", "time", "telemetry", "success", "failure", "exception", "error", "audio", "video", "button"];

    public static bool Is(IInvocationOperation call)
    {
        var words = Words.OfMethod(call.TargetMethod.Name);
        if (words.Count == 0) return false;
        switch (words[0])
        {
            case "save" or "record" or "store" or "persist" or "remember" or "upsert" or "commit":
                return !Is(call, Measures) && !words.Any(NoRecord.Contains) && !IsRemote(call);
            case "write" or "append":
                return (call.TargetMethod.ContainingType.Name is "File" || Is(call, Stores)) && !Is(call, Measures) && !IsRemote(call);
            case "set" or "put" or "insert" or "add" or "update" or "replace" or "string":
                return Is(call, Stores) && !IsTracked(call) && !IsRemote(call) && (call.TargetMethod.Name.EndsWith("Async", StringComparison.Ordinal) || Words.Mentions(call.TargetMethod.ContainingType.Name, Stores));
            default:
                return false;
        }
    }

    /// <summary>Entity Framework only notes it: what records is <c>SaveChangesAsync</c>.</summary>
    private static bool IsTracked(IInvocationOperation call) => call.TargetMethod.ContainingType.Name is "DbSet" or "DbContext" or "InternalDbSet";

    /// <summary>Whether what it is called on is the client of an API.</summary>
    public static bool IsRemote(IInvocationOperation call) => PostCall.Match(call) is not null || IsClient(call) && !Is(call, Stores);

    public static bool IsClient(IInvocationOperation call)
    {
        string[] clients = ["client", "api", "gateway", "sdk", "cloud", "connector", "proxy", "provisioner", "http", "remote"];
        return Is(call, clients);
    }

    /// <summary>Whether its type, or the member that it is called on, is named so.</summary>
    private static bool Is(IInvocationOperation call, string[] names)
    {
        if (call.Instance is IInstanceReferenceOperation) return false;
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
        if (receiver is null) return call.TargetMethod.MethodKind != MethodKind.LocalFunction && Words.Mentions(call.TargetMethod.ContainingType.Name, names);
        return receiver.Type is { } type && Words.Mentions(type.Name, names) || Origin.Bare(receiver) switch
        {
            IMemberReferenceOperation member => Words.Mentions(member.Member.Name, names),
            IParameterReferenceOperation parameter => Words.Mentions(parameter.Parameter.Name, names),
            ILocalReferenceOperation local => Words.Mentions(local.Local.Name, names),
            _ => false,
        };
    }
}
