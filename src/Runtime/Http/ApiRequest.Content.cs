using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Semel;

public sealed partial class ApiRequest
{
    private readonly Dictionary<string, (ParameterStyle Style, bool Explode)> _fieldStyles = new(StringComparer.Ordinal);
    private readonly List<(string Name, UploadFile File)> _files = [];
    private Func<JsonNode?, string?, HttpContent>? _content;
    private string? _contentType;

    /// <summary>Whether the body is read from a stream of the caller's while it is sent: then only the caller says how long that may take.</summary>
    internal bool IsStreamed { get; private set; }

    /// <summary>The media type of a JSON body that isn't <c>application/json</c>.</summary>
    public ApiRequest ContentType(string mediaType)
    {
        _contentType = mediaType;
        return this;
    }

    /// <summary>The body is a text in UTF-8; null: no body.</summary>
    public ApiRequest Text(string? body, string mediaType)
    {
        if (body is not null) _content = (_, _) => Bytes(body, mediaType, "utf-8");
        return this;
    }

    /// <summary>The body is what the stream gives, from its present position on; it stays open. Null: no body.</summary>
    public ApiRequest Stream(Stream? body, string mediaType)
    {
        if (body is null) return this;
        IsStreamed = true;
        _content = (_, _) => new StreamContent(new KeptOpenStream(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        return this;
    }

    /// <summary>The style of a field of a form that is not as usual.</summary>
    public ApiRequest FieldStyle(string name, ParameterStyle style, bool explode = false)
    {
        _fieldStyles[name] = (style, explode);
        return this;
    }

    /// <summary>The body is a form whose fields are the view's properties (<c>application/x-www-form-urlencoded</c>); null: no body.</summary>
    public ApiRequest Form(View? fields) => Form(fields?.Json);

    /// <summary>The body is a form whose fields are the object's properties (<c>application/x-www-form-urlencoded</c>); null: no body.</summary>
    public ApiRequest Form(JsonNode? fields)
    {
        _body = fields;
        if (fields is not null) _content = (body, _) => Bytes(FormBody.Encode(body, _fieldStyles), "application/x-www-form-urlencoded", null);
        return this;
    }

    /// <summary>The body is a form in parts (<c>multipart/form-data</c>): the view's properties, and files.</summary>
    public ApiRequest Multipart(View? fields) => Multipart(fields?.Json);

    /// <summary>The body is a form in parts (<c>multipart/form-data</c>): the object's properties, and files.</summary>
    public ApiRequest Multipart(JsonNode? fields = null)
    {
        _body = fields;
        _content = (body, boundary) => FormBody.Multipart(body, _files, boundary);
        return this;
    }

    /// <summary>Adds a file to a form in parts; null is left out.</summary>
    /// <param name="name">The field.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentType">What its media type is where the file doesn't say.</param>
    public ApiRequest File(string name, UploadFile? file, string? contentType = null)
    {
        if (file is null) return this;
        IsStreamed = true;
        _files.Add((name, contentType is null || file.ContentType is not null ? file : new(file.Content, file.FileName, contentType)));
        return this;
    }

    /// <summary>Adds files to a form in parts, each under the same name; null is left out.</summary>
    public ApiRequest Files(string name, IReadOnlyList<UploadFile>? files, string? contentType = null)
    {
        foreach (var file in files ?? []) File(name, file, contentType);
        return this;
    }

    /// <summary>What the files are, by their fields: a name, a media type and the SHA-256 of the content. Known once they are held.</summary>
    internal IReadOnlyDictionary<string, JsonNode> FilePrints => _files
        .GroupBy(file => file.Name, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Count() == 1 ? HeldFile.Print(same.First().File) : new JsonArray([.. same.Select(file => HeldFile.Print(file.File))]), StringComparer.Ordinal);

    /// <summary>Reads the files, so that the same bytes can be sent again.</summary>
    /// <exception cref="ArgumentException">They are longer than a create holds.</exception>
    internal async Task HoldFilesAsync(CancellationToken cancellationToken)
    {
        var left = HeldFile.MaximumBytes;
        for (var i = 0; i < _files.Count; i++)
        {
            var (name, file) = _files[i];
            var content = await HeldFile.ReadAsync(name, file, left, cancellationToken).ConfigureAwait(false);
            left -= (int)content.Length;
            _files[i] = (name, new(content, file.FileName, file.ContentType));
        }
    }

    /// <summary>A create's body as it is written each time, the same bytes for the same values.</summary>
    internal (ReadOnlyMemory<byte> Bytes, string? MediaType) WriteCreate(JsonObject body)
    {
        var json = JsonCanonical.GetBytes(body);
        if (_content is null) return (json, _contentType);
        var prints = _files.Count == 0 ? [] : JsonCanonical.GetBytes(new JsonObject(FilePrints.Select(print => KeyValuePair.Create<string, JsonNode?>(print.Key, print.Value))));
        foreach (var (_, file) in _files) file.Content.Position = 0;
        using var content = _content(JsonNode.Parse(json), Convert.ToHexStringLower(SHA256.HashData([.. json, .. prints])));
        using var bytes = new MemoryStream();
        content.CopyTo(bytes, null, CancellationToken.None);
        // a form without fields still needs a first byte: one that separates nothing
        return (bytes.Length == 0 ? "&"u8.ToArray() : bytes.ToArray(), content.Headers.ContentType?.ToString());
    }

    private static ByteArrayContent Bytes(string text, string mediaType, string? charset)
    {
        var type = MediaTypeHeaderValue.Parse(mediaType);
        if (charset is not null) type.CharSet = charset;
        return new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = type } };
    }
}
