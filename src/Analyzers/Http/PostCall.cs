using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Http;

/// <summary>A call that sends a POST: by <c>HttpClient</c>, or by the shapes of RestSharp, Flurl, Refit, Kiota and helpers that are named after it.</summary>
internal sealed class PostCall
{
    private static readonly HashSet<string> Before = ["execute", "send", "http", "do", "make", "invoke", "perform", "issue", "call", "rest", "json", "raw", "try", "api"];
    private static readonly HashSet<string> After =
        ["as", "json", "string", "url", "encoded", "multipart", "form", "xml", "request", "data", "content", "body", "and", "read", "raw", "object", "core", "internal", "receive", "with", "response", "text", "bytes", "stream", "auth", "from", "async", "t", "retry"];

    private PostCall(IInvocationOperation call, IOperation? message)
    {
        Call = call;
        Message = message;
    }

    public IInvocationOperation Call { get; }

    /// <summary>What made the message that is sent, where there is one.</summary>
    public IOperation? Message { get; }

    /// <summary>Where the POST goes to; null where nothing shows it.</summary>
    public PathText? Path => AddressText.Of(this);

    public static PostCall? Match(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction)) return null;
        if (RefitMethod.PathOf(method) is not null || IsNamedPost(call)) return new PostCall(call, null);
        if (!Sends(method)) return null;
        foreach (var argument in call.Arguments)
        {
            if (IsVerbParameter(argument) && HttpVerb.IsPost(argument.Value)) return new PostCall(call, null);
            if (HttpMessage.IsMessageType(argument.Value.Type) && HttpMessage.Of(argument.Value) is { } message) return new PostCall(call, message);
        }

        return call.Instance is { } instance && HttpMessage.IsMessageType(instance.Type) && HttpMessage.Of(instance) is { } own ? new PostCall(call, own) : null;
    }

    /// <summary><c>PostAsync</c>, <c>PostAsJsonAsync</c>, <c>ExecutePostAsync</c>, <c>SendPostRequest</c>: POST and how, but not what.</summary>
    private static bool IsNamedPost(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Words.Mentions(method.Name, "post")) return false;
        var words = Words.OfMethod(method.Name);
        var post = words.IndexOf("post");
        if (post is < 0 or > 2 || !words.Take(post).All(Before.Contains) || !words.Skip(post + 1).All(After.Contains)) return false;
        if (HttpMessage.IsMessageType(method.ReturnType)) return false;
        if (method.ContainingType is { } type && type.Name.EndsWith("RequestBuilder", StringComparison.Ordinal)) return true;
        return method.OriginalDefinition.Parameters.Any(IsAddress)
            || call.Arguments.Any(argument => argument.Value.Type?.SpecialType == SpecialType.System_String && AddressText.OfArguments([argument]) is { } text && text.Text.Contains("/"));
    }

    /// <summary>A text is one by its name: <c>PostAsync(string account, decimal amount)</c> of a ledger has none.</summary>
    private static bool IsAddress(IParameterSymbol parameter) =>
        parameter.Type.SpecialType == SpecialType.System_String && Words.Mentions(parameter.Name, "url", "uri", "path", "endpoint", "resource", "route", "address") || parameter.Type.Name is "Uri" or "Url" or "IFlurlRequest" or "FlurlRequest" || HttpMessage.IsMessageType(parameter.Type);

    private static bool Sends(IMethodSymbol method)
    {
        if (HttpMessage.IsMessageType(method.ReturnType)) return false;
        var name = method.Name;
        return Words.Mentions(name, "send", "execute", "request", "call", "invoke", "upload", "getresponse", "perform", "fetch", "do");
    }

    private static bool IsVerbParameter(IArgumentOperation argument) => argument.Value.Type is { } type
        && (type.SpecialType == SpecialType.System_String ? argument.Parameter is { } parameter && Words.Mentions(parameter.Name, "method", "verb") && !Words.Mentions(parameter.Name, "name") : type.TypeKind == TypeKind.Enum || type.Name.Contains("Method"));
}
