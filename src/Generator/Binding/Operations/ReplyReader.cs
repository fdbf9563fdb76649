using Semel.Generator.Binding.Dialects;

namespace Semel.Generator.Binding.Operations;

/// <summary>Finds the JSON among an operation's replies.</summary>
internal sealed class ReplyReader(References references, IDialect dialect)
{
    /// <summary>The lowest 2xx with JSON; else one without a body.</summary>
    public SpecReply Read(Located operation, out string? problem)
    {
        problem = null;
        var place = references.Get(operation, "responses");
        var location = place?.Node.Location ?? operation.Node.Location;
        var isBodyless = false;
        IReadOnlyList<string> seen = [];
        foreach (var reference in Successes(place))
        {
            if (references.Resolve(reference) is not { } reply) continue;
            var content = dialect.Reply(operation, reply);
            if (content.Json is { } media) return new SpecReply(HasJson: true, content.Schema, (content.Schema ?? media).Node.Location);
            if (content.Others.Count == 0) isBodyless = true;
            else seen = content.Others;
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
