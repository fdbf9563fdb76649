using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Operations;

/// <summary>Finds the JSON in requests and replies.</summary>
internal sealed class BodyReader(References references)
{
    public (Located? Schema, bool Required, string? Problem) ReadRequest(Located operation)
    {
        if (operation.Get("requestBody") is not { } reference || references.Resolve(reference) is not { } body) return default;
        var required = body.Node.Get("required").IsTrue();
        var media = MediaTypes.Json(body, out var others);
        if (media is not null) return (media.Get("schema"), required, null);
        return (null, required, others.Count > 0 ? "its body is " + string.Join(", ", others) + ", and only JSON is written" : null);
    }

    /// <summary>The lowest 2xx with JSON; else one without a body.</summary>
    public SpecReply ReadReply(Located operation, out string? problem)
    {
        problem = null;
        var place = operation.Get("responses");
        var location = place?.Node.Location ?? operation.Node.Location;
        var isBodyless = false;
        IReadOnlyList<string> seen = [];
        foreach (var reference in Successes(place))
        {
            if (references.Resolve(reference) is not { } reply) continue;
            if (MediaTypes.Json(reply, out var others) is { } media) return new SpecReply(HasJson: true, media.Get("schema"), (media.Get("schema") ?? media).Node.Location);
            if (others.Count == 0) isBodyless = true;
            else seen = others;
            location = reply.Node.Location;
        }

        if (!isBodyless && seen.Count > 0) problem = "its reply is " + string.Join(", ", seen) + ", and only JSON is read";
        return new SpecReply(HasJson: false, null, location);
    }

    private static IEnumerable<Located> Successes(Located? responses) =>
        responses is not { } place
            ? []
            : place.Node.Members()
                .Where(entry => entry.Key.Length == 3 && entry.Key[0] == '2')
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => place.Under(entry.Key, entry.Value));
}
