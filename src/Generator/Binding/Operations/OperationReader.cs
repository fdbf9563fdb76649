using Semel.Generator.Binding.Api;
using Semel.Generator.Binding.Dialects;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Reads the operations of path items.</summary>
internal sealed class OperationReader(References references, IDialect dialect)
{
    private const string Additional = "additionalOperations";

    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace", "query"];

    private readonly ParameterReader _parameters = new(references, dialect);
    private readonly ReplyReader _replies = new(references, dialect);

    /// <param name="path">Where the item stands.</param>
    /// <param name="item">The path item, or a reference to it.</param>
    /// <param name="isWanted">Which methods, in upper case, are read; null: all.</param>
    public IEnumerable<SpecOperation> Read(string path, Located item, Func<string, bool>? isWanted = null)
    {
        if (references.Resolve(item) is not { } target) yield break;
        var additional = references.Get(target, Additional);
        var all = target.Node.Members().Where(entry => Methods.Contains(entry.Key)).Select(entry => (Entry: entry, Holder: target))
            .Concat((additional?.Node.Members() ?? []).Where(entry => IsMethod(entry.Key)).Select(entry => (Entry: entry, Holder: additional!)));
        foreach (var (entry, holder) in all)
        {
            if (entry.Value.Kind != NodeKind.Map || isWanted?.Invoke(entry.Key.ToUpperInvariant()) == false) continue;
            // many-file documents keep each operation in a file of its own
            if (references.Resolve(holder.Under(entry.Key, entry.Value)) is { Node.Kind: NodeKind.Map } place) yield return Once(path, target, entry, place);
        }
    }

    /// <summary>A method that OpenAPI 3.2 has no name of its own for: <c>COPY</c>.</summary>
    private static bool IsMethod(string name) => name.Length is > 0 and < 32 && name.All(c => c is (>= 'A' and <= 'Z') or '-') && !Methods.Contains(name.ToLowerInvariant());

    private SpecOperation Once(string path, Located item, SpecEntry entry, Located place)
    {
        if (references.Reading.Operations.TryGetValue((entry, path), out var known)) return known.TellTo(references.Diagnostics);
        var begun = references.Diagnostics.Note();
        var operation = Read(path, item, entry, place);
        references.Reading.Operations.Add((entry, path), references.Diagnostics.Noted(operation, begun));
        return operation;
    }

    private SpecOperation Read(string path, Located item, SpecEntry entry, Located place)
    {
        var parameters = _parameters.Read(path, item, place);
        var request = dialect.Request(item, place);
        // an empty body that nobody has to send says nothing
        if (request is { Problem: not null, Required: false, Media.Body: null } && entry.Key is "get" or "head" or "delete") request = SpecRequest.None;
        var reply = _replies.Read(place, out var replyProblem);
        return new SpecOperation(
            entry.Key.ToUpperInvariant(), path, place, entry,
            parameters, request.Body, request.Required, reply, request.Problem ?? replyProblem)
        {
            Content = request.Media,
            IsUpload = request.Problem is not null && replyProblem is null && request.Media is { Kind: ContentKind.Multipart, Body: not null },
            Server = OwnServerRule.Find(path, item, place, references),
            CallProblem = place.Node.Get("requestBody") is not null && references.Get(place, "requestBody") is null ? "the reference to its body leads nowhere" : null,
        };
    }
}
