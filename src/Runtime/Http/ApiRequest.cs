using System.Text.Json.Nodes;

namespace Semel;

/// <summary>One request of an operation: a method, a path template and its parameters. It is sent once.</summary>
/// <remarks>
/// The path is appended to the path of <see cref="HttpClient.BaseAddress"/>: with <c>https://host/api</c> or <c>https://host/api/</c>,
/// <c>/v2/x</c> reaches <c>https://host/api/v2/x</c>. Values are written in the invariant culture; null is left out.
/// </remarks>
public sealed partial class ApiRequest
{
    private readonly List<PathArgument> _arguments = [];
    private readonly List<KeyValuePair<string, string>> _query = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private JsonNode? _body;
    private bool _hasBody;
    private IReadOnlyList<string> _secrets = [];
    private readonly Uri? _address;
    private string? _server;
    private int _taken;
    private Action? _beforeFirstByte;

    /// <param name="method">The method.</param>
    /// <param name="path">The path template: <c>/v2/droplets/{droplet_id}</c>.</param>
    public ApiRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        Method = method;
        Template = path;
    }

    /// <summary>A request of an address that the API itself gave.</summary>
    internal ApiRequest(HttpMethod method, Uri address)
        : this(method, address.AbsolutePath) => _address = address;

    internal HttpMethod Method { get; }

    internal string Template { get; }

    internal IReadOnlyList<PathArgument> Arguments => _arguments;

    /// <summary>The body; an object without properties where there is none.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    internal JsonObject BodyObject => _body switch
    {
        null => [],
        JsonObject json => json,
        _ => throw new ArgumentException("The body of a create is an object."),
    };

    /// <summary>Where it was sent to.</summary>
    internal Uri? Asked { get; set; }

    /// <summary>The request is sent to a server of its own, and not to the client's base address.</summary>
    /// <param name="url">The server's URL as the document writes it; <see cref="SemelOptions.Servers"/> says where that is.</param>
    public ApiRequest Server(string url)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        _server = url;
        return this;
    }

    /// <summary>Property paths in the body whose values are kept out of error messages.</summary>
    public ApiRequest Secrets(params IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        _secrets = [.. paths];
        return this;
    }

    /// <summary>The body is the view's JSON; null: no body.</summary>
    public ApiRequest Body(View? body) => Body(body?.Json);

    /// <summary>The body is the JSON; null: no body.</summary>
    public ApiRequest Body(JsonNode? body)
    {
        (_body, _hasBody) = (body, body is not null);
        return this;
    }

    /// <summary>The body is the value.</summary>
    public ApiRequest Body<T>(T value, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        (_body, _hasBody) = (codec.Write(value), true);
        return this;
    }

    /// <summary>Changes a copy of the body, where it is an object.</summary>
    internal void Amend(Action<JsonObject> change)
    {
        if (_body?.DeepClone() is not JsonObject copy) return;
        change(copy);
        _body = copy;
    }

    /// <summary>The request becomes the sender's; a second sender is refused, since a repeat must be somebody's decision.</summary>
    internal ApiRequest Take() => Interlocked.Exchange(ref _taken, 1) == 0
        ? this
        : throw new InvalidOperationException("An ApiRequest is sent once: make a new one for every call.");

    /// <summary>Called right before the first byte of the body; what it throws stops the send.</summary>
    internal ApiRequest BeforeFirstByte(Action check)
    {
        _beforeFirstByte = check;
        return this;
    }

    internal string ExpandPath() => _address is null ? PathTemplate.Expand(Template, _arguments, _written) : Template;

    internal string? FindQuery(string name) => _query.Find(pair => pair.Key == name).Value;

    internal SecretScrubber NewScrubber() => SecretScrubber.Of(_body, _secrets);

    /// <summary>The message for the wire; what <paramref name="query"/> names replaces what the request says.</summary>
    internal HttpRequestMessage ToMessage(HttpClient http, IReadOnlyList<KeyValuePair<string, string>> query, IReadOnlyDictionary<string, Uri> servers)
    {
        var address = _address is { } given ? Completed(given) : AddressOf(http, _server is { } server ? RequestAddress.OfServer(http, server, servers) : null, ExpandPath(), query);
        var message = new HttpRequestMessage(Method, address)
        {
            Content = NewContent(),
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        RequestHeaders.Add(message, [.. Headers]);
        RequestHeaders.AcceptJson(message, http);
        return message;
    }

    /// <summary>HttpClient sends a POST without content again on its own when the connection closes (PROTOCOL rule 5): an empty one-shot content stops that.</summary>
    private OneShotContent? NewContent() =>
        _content is { } content ? new OneShotContent(content(_body, null), _beforeFirstByte)
        : _hasBody ? new OneShotContent(JsonCanonical.GetBytes(_body), _beforeFirstByte, _contentType)
        : Method == HttpMethod.Post || Method == HttpMethod.Put || Method == HttpMethod.Patch ? new OneShotContent(ReadOnlyMemory<byte>.Empty, _beforeFirstByte)
        : null;
}
