using System.Text.Json.Nodes;

namespace Semel;

public sealed partial class ApiRequest
{
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly List<(string Parameter, KeyValuePair<string, string> Pair)> _writtenQuery = [];
    private readonly List<(string Parameter, string Text)> _cookies = [];

    /// <summary>Sets a parameter of the path in a style.</summary>
    /// <exception cref="ArgumentException">The path has no such parameter, or the value is empty.</exception>
    public ApiRequest Path<T>(string name, T value, JsonCodec<T> codec, ParameterStyle style, bool explode = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(codec);
        if (!PathTemplate.HasParameter(Template, name)) throw new ArgumentException($"The path '{Template}' has no parameter '{name}'.", nameof(name));
        var text = codec.Write(value) is { } node ? StyledText.Path(name, node, style, explode) : "";
        if (text.Length == 0) throw new ArgumentException($"The path parameter '{name}' must not be empty: the request would reach another path.", nameof(value));
        _arguments.RemoveAll(other => other.Name == name);
        _arguments.Add(new(name, text));
        _written[name] = text;
        return this;
    }

    /// <summary>Adds a query parameter in a style; null, an empty list and an empty object are left out.</summary>
    public ApiRequest Query<T>(string name, T? value, JsonCodec<T> codec, ParameterStyle style, bool explode = false, bool allowReserved = false)
        where T : class => AddQuery(name, Node(value, codec), style, explode, allowReserved);

    /// <inheritdoc cref="Query{T}(string, T?, JsonCodec{T}, ParameterStyle, bool, bool)"/>
    public ApiRequest Query<T>(string name, T? value, JsonCodec<T> codec, ParameterStyle style, bool explode = false, bool allowReserved = false)
        where T : struct => AddQuery(name, Node(value, codec), style, explode, allowReserved);

    /// <summary>Adds a header in a style; null is left out.</summary>
    public ApiRequest Header<T>(string name, T? value, JsonCodec<T> codec, ParameterStyle style, bool explode = false)
        where T : class => AddHeader(name, Node(value, codec) is { } node ? StyledText.Header(node, style, explode) : null);

    /// <inheritdoc cref="Header{T}(string, T?, JsonCodec{T}, ParameterStyle, bool)"/>
    public ApiRequest Header<T>(string name, T? value, JsonCodec<T> codec, ParameterStyle style, bool explode = false)
        where T : struct => AddHeader(name, Node(value, codec) is { } node ? StyledText.Header(node, style, explode) : null);

    /// <summary>Adds a cookie; its value is escaped. Null is left out.</summary>
    public ApiRequest Cookie<T>(string name, T? value, JsonCodec<T> codec, ParameterStyle style = ParameterStyle.Form, bool explode = false)
        where T : class => AddCookie(name, Node(value, codec), style, explode);

    /// <inheritdoc cref="Cookie{T}(string, T?, JsonCodec{T}, ParameterStyle, bool)"/>
    public ApiRequest Cookie<T>(string name, T? value, JsonCodec<T> codec, ParameterStyle style = ParameterStyle.Form, bool explode = false)
        where T : struct => AddCookie(name, Node(value, codec), style, explode);

    private static JsonNode? Node<T>(T? value, JsonCodec<T> codec)
        where T : class => value is null ? null : codec.Write(value);

    private static JsonNode? Node<T>(T? value, JsonCodec<T> codec)
        where T : struct => value is { } some ? codec.Write(some) : null;

    private ApiRequest AddQuery(string name, JsonNode? value, ParameterStyle style, bool explode, bool allowReserved)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is not null) _writtenQuery.AddRange(StyledText.Pairs(name, value, style, explode, allowReserved).Select(pair => (name, pair)));
        return this;
    }

    private ApiRequest AddCookie(string name, JsonNode? value, ParameterStyle style, bool explode)
    {
        RequestHeaders.CheckName(name);
        if (value is not null) _cookies.AddRange(StyledText.Pairs(name, value, style, explode, allowReserved: false).Select(pair => (name, $"{pair.Key}={pair.Value}")));
        return this;
    }
}
