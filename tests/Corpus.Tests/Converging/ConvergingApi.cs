using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Semel.Corpus.Tests.Converging;

/// <summary>
/// An API with one resource of a document, which keeps what it is given and shows it as servers do: sets in another order, words in
/// upper case, whole numbers as texts, no secrets, and properties of its own.
/// </summary>
internal sealed class ConvergingApi : IAsyncDisposable
{
    private const string Own = "x_of_the_server";

    /// <summary>The end of an envelope that is a list of one.</summary>
    private const string OnlyItem = ".*";

    private readonly LoopbackListener _listener;
    private readonly ResourceDescriptor _resource;
    private JsonObject _kept = [];
    private int _shown;

    public ConvergingApi(ResourceDescriptor resource)
    {
        _resource = resource;
        _listener = new(AnswerAsync);
    }

    public Uri Address => _listener.Address;

    /// <summary>Every text of what it was given is shown otherwise each time: no rule can make that the same.</summary>
    public bool Churns { get; init; }

    /// <summary>Every request, and the body of those that change something.</summary>
    public List<(string Method, JsonObject? Body)> Calls { get; } = [];

    public IEnumerable<(string Method, JsonObject? Body)> Mutating => Calls.Where(call => call.Method != "GET");

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var text = await reader.ReadToEndAsync();
        var (status, reply) = TryAnswer(context.Request.HttpMethod, context.Request.Url!.AbsolutePath, text);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(reply.ToJsonString()));
        context.Response.Close();
    }

    private (int Status, JsonObject Reply) TryAnswer(string method, string path, string body)
    {
        try
        {
            return Answer(method, path, body.Length == 0 ? null : (JsonObject)JsonNode.Parse(body)!);
        }
        catch (Exception defect)
        {
            return (500, new JsonObject { ["message"] = defect.ToString() });
        }
    }

    private (int Status, JsonObject Reply) Answer(string method, string path, JsonObject? body)
    {
        Calls.Add((method, (JsonObject?)body?.DeepClone()));
        if (method == "GET" && _resource.ReadPath is { } read && Is(read, path)) return (200, Wrapped(_resource.ReadEnvelope));
        if (method == "GET" && _resource.List is { } list && Is(list.Path, path)) return (200, Listed(list));
        if (_resource.Update is { } update && method == update.Method && Is(update.Path, path) && _kept.Count > 0)
        {
            var earlier = _kept;
            _kept = method == "PUT" ? [] : earlier;
            foreach (var (name, value) in body!) _kept[name] = value?.DeepClone();
            foreach (var part in Id) JsonPathAccess.Write(_kept, part, JsonPathAccess.Read(earlier, part)?.DeepClone());
            return (200, []);
        }

        if (!Is(_resource.CreatePath, path)) return (404, []);
        _kept = body ?? [];
        foreach (var part in Id)
        {
            if (JsonPathAccess.Read(_kept, part) is null || _resource.NameInRequest != _resource.Id) JsonPathAccess.Write(_kept, part, 42);
        }

        var reply = Wrapped(_resource.CreateEnvelope);
        if (_resource.IdInReply is { } place) JsonPathAccess.Write(reply, place, JsonPathAccess.Read(_kept, _resource.Id)?.DeepClone());
        return (201, reply);
    }

    /// <summary>The properties that are the id.</summary>
    private IReadOnlyList<string> Id => IdPath.Names(_resource.Id);

    private JsonObject Listed(ResourceList list)
    {
        var reply = new JsonObject();
        JsonPathAccess.Write(reply, list.Items!, new JsonArray(Wrapped(null)));
        return reply;
    }

    private JsonObject Wrapped(string? envelope)
    {
        var shown = (JsonObject)Shown(_kept, "")!;
        foreach (var secret in _resource.Secrets) JsonPathAccess.Remove(shown, secret);
        foreach (var part in Id) JsonPathAccess.Write(shown, part, JsonPathAccess.Read(_kept, part)?.DeepClone());
        if (envelope is null) return shown;
        var reply = new JsonObject();
        if (envelope.EndsWith(OnlyItem, StringComparison.Ordinal)) JsonPathAccess.Write(reply, envelope[..^OnlyItem.Length], new JsonArray(shown));
        else JsonPathAccess.Write(reply, envelope, shown);
        return reply;
    }

    private JsonNode? Shown(JsonNode? value, string path) => value switch
    {
        JsonObject json => new JsonObject([.. json.Where(property => property.Key != Own).Select(property => KeyValuePair.Create(property.Key, Shown(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}"))), new(Own, true)]),
        JsonArray array => new JsonArray([.. (_resource.Sets.Contains(path) ? array.Reverse() : array).Select(item => Shown(item, path))]),
        JsonValue text when _resource.Enumerations.Contains(path) => text.ToString().ToUpperInvariant(),
        JsonValue number when number.GetValueKind() == System.Text.Json.JsonValueKind.Number && number.ToString() is "7" or "8" => number.ToString(),
        JsonValue text when Churns && path.Length > 0 && text.GetValueKind() == System.Text.Json.JsonValueKind.String => $"{text} {++_shown}",
        _ => value?.DeepClone(),
    };

    private static bool Is(string template, string path) => Regex.IsMatch(path, "^" + Regex.Replace(Regex.Escape(template), @"\\\{[^}]*}", "[^/]+") + "$");
}
