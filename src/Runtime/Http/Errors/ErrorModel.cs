using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The model that a document gives for the body of an error.</summary>
public sealed class ErrorModel
{
    private readonly Func<JsonObject, View> _wrap;
    private readonly string[] _statuses;
    private string[] _operations = [];

    private ErrorModel(Func<JsonObject, View> wrap, string[] statuses) => (_wrap, _statuses) = (wrap, statuses);

    /// <summary>A model of some statuses.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="statuses"><c>404</c>, <c>4XX</c> or <c>default</c>; none: every status that no other model of the same operations names.</param>
    public static ErrorModel Of<T>(params string[] statuses) where T : View, IView<T> => new(static json => T.Wrap(json), statuses);

    /// <summary>The model is that of these operations alone: <c>GET /v2/droplets/{id}</c>.</summary>
    public ErrorModel For(params string[] operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        _operations = operations;
        return this;
    }

    /// <summary>The body as the nearest model shows it; null where it is no object or has no model.</summary>
    internal static View? Read(IReadOnlyList<ErrorModel> models, HttpMethod method, string path, int status, JsonNode? body)
    {
        if (body is not JsonObject json) return null;
        var operation = $"{method} {path}";
        var best = models.Where(model => model._operations.Length == 0 || model._operations.Contains(operation, StringComparer.Ordinal))
            .Select(model => (Model: model, Rank: model.Rank(status)))
            .Where(found => found.Rank > 0)
            .OrderByDescending(found => found.Model._operations.Length > 0).ThenByDescending(found => found.Rank)
            .FirstOrDefault();
        return best.Model?._wrap(json);
    }

    private int Rank(int status) => _statuses.Length == 0 ? 1 : _statuses.Max(text =>
        text.Equals("default", StringComparison.OrdinalIgnoreCase) ? 2
        : text.Length == 3 && text[0] - '0' == status / 100 && text.EndsWith("XX", StringComparison.OrdinalIgnoreCase) ? 3
        : text == status.ToString(System.Globalization.CultureInfo.InvariantCulture) ? 4
        : 0);
}
