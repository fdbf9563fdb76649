using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the method of an operation that is not the create.</summary>
internal static class OperationEmitter
{
    private const string Task = "global::System.Threading.Tasks.Task";

    public static void Emit(SourceWriter writer, OperationModel operation, CallSite site)
    {
        switch (operation.Kind)
        {
            case OperationKind.List when operation.Response is not null:
            case OperationKind.Other when operation.Paging is not null:
                List(writer, operation, site);
                break;
            case OperationKind.Delete when site.IdText(operation) is not null:
                Delete(writer, operation, site);
                break;
            default:
                Send(writer, operation, site);
                break;
        }
    }

    /// <summary>Summary and paragraphs from the document, with the call among them.</summary>
    public static (string Summary, string[] Remarks) Describe(OperationModel operation, string suffix = "")
    {
        var call = $"<c>{Literals.XmlText(operation.Method)} {Literals.XmlText(operation.Path)}</c>";
        var summary = Documentation.Paragraphs(operation.Summary);
        var description = Documentation.Paragraphs(operation.Description);
        var first = summary.Count > 0 ? string.Join(" ", summary).TrimEnd('.') : "Sends " + call;
        return (first + suffix + ".", summary.Count > 0 ? [.. description, call] : [.. description]);
    }

    private static void Send(SourceWriter writer, OperationModel operation, CallSite site)
    {
        var (summary, remarks) = Describe(operation);
        var isJson = operation.Reply is null or { Kind: ContentKind.Json };
        var mayBeAbsent = operation.Reply is { MayBeAbsent: true };
        var returns = operation.Response is null ? Task : $"{Task}<{CSharpType.Name(operation.Response)}{(mayBeAbsent ? "?" : "")}>";
        new MethodWriter(writer, operation).With(operation.Parameters).WithBody().Signature(returns, summary, remarks);
        var reply = operation.Response is null || !isJson ? "" : $"{CSharpType.Codec(operation.Response)},\n{Literals.String(operation.ResponseEnvelope)},\n";
        var request = RequestEmitter.Request(operation, operation.Parameters, site.Secrets);
        if (Guarded(operation) is { } method && site.IdText(operation) is { } id)
            Call(writer, $"{site.Client}.{method}", $"{id},\n{request}", reply);
        else
            Call(writer, $"{site.Api}.{Sender(operation)}", request, reply);
    }

    /// <summary>The call that reads the reply as it comes.</summary>
    private static string Sender(OperationModel operation) => operation switch
    {
        { Response: null } => "SendAsync",
        { Reply.Kind: ContentKind.Text } => "SendTextAsync",
        { Reply.Kind: ContentKind.Stream } => "DownloadAsync",
        { Reply.MayBeAbsent: true } => CSharpType.IsValueType(operation.Response) ? "SendValueOrNullAsync" : "SendOrNullAsync",
        _ => "SendAsync",
    };

    /// <summary>What stops where the record says that the resource was deleted.</summary>
    private static string? Guarded(OperationModel operation) => operation.Kind switch
    {
        OperationKind.Read when operation.Response is not null => "ReadAsync",
        OperationKind.Update => "UpdateAsync",
        OperationKind.Create or OperationKind.Read or OperationKind.List or OperationKind.Delete or OperationKind.Other => null,
    };

    private static void List(SourceWriter writer, OperationModel operation, CallSite site)
    {
        var (summary, remarks) = Describe(operation);
        var parameters = operation.Parameters.Where(parameter => !IsPaging(parameter, operation.Paging)).ToList();
        var returns = $"global::System.Collections.Generic.IAsyncEnumerable<{CSharpType.Name(operation.Response!)}>";
        if (operation.Paging is { Kind: not PagingKind.Whole }) remarks = [.. remarks, "Every page is asked for as the items are read."];
        new MethodWriter(writer, operation).With(parameters).Signature(returns, summary, remarks);
        var paging = operation.Paging is null ? "null" : operation.Kind == OperationKind.List ? $"{site.Descriptor}.List!.Paging" : PagingValue.Of(operation.Paging);
        Call(
            writer, $"{site.Api}.ListAsync", RequestEmitter.Request(operation with { Body = null, Content = null }, parameters),
            $"{CSharpType.Codec(operation.Response!)},\n{Literals.String(operation.ResponseEnvelope)},\n{paging},\n");
    }

    private static void Delete(SourceWriter writer, OperationModel operation, CallSite site)
    {
        var (summary, remarks) = Describe(operation);
        var path = operation.Parameters.Where(parameter => parameter.Place == ParameterPlace.Path).ToList();
        List<ParameterModel> others = [.. operation.Parameters.Where(parameter => parameter.Place != ParameterPlace.Path)];
        new MethodWriter(writer, operation).With(path).With(others).Signature(Task, summary, [.. remarks, "What is recorded about the resource becomes a tombstone."]);
        var id = site.IdText(operation)!;
        List<ParameterModel> parents = [.. path.Where(parameter => !site.IsId(parameter))];
        var arguments = others.Count == 0 ? PathArguments(parents) : RequestEmitter.Request(operation with { Body = null, Content = null, Reply = null }, [.. parents, .. others]);
        writer.Indented($"=> {site.Client}.DeleteAsync({id}, {arguments}, cancellationToken);");
    }

    /// <summary>A collection of the path's parameters by name.</summary>
    public static string PathArguments(IEnumerable<ParameterModel> parameters) =>
        $"[{string.Join(", ", parameters.Select(parameter => $"new({Literals.String(parameter.JsonName)}, {RequestEmitter.PathText(parameter)})"))}]";

    private static void Call(SourceWriter writer, string method, string request, string reply)
    {
        var arguments = $"{request},\n{reply}cancellationToken);".Replace("\n", "\n    ");
        writer.Indented($"=> {method}(\n    {arguments}");
    }

    private static bool IsPaging(ParameterModel parameter, PagingModel? paging) =>
        paging is not null && parameter.Place == ParameterPlace.Query
        && (parameter.JsonName == paging.Parameter || parameter.JsonName == paging.SizeParameter);
}
