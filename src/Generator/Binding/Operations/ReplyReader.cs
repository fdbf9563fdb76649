using Semel.Generator.Binding.Dialects;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>Finds what a success answers among an operation's replies.</summary>
internal sealed class ReplyReader(References references, IDialect dialect)
{
    private static readonly string[] Errors = ["error", "errors", "problem", "problems", "failure", "failed", "fault", "unexpected", "exception"];

    /// <summary>The lowest 2xx with JSON; else the lowest with something else; where no 2xx is described, what is answered by default; else none.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="problem">Why the reply is no JSON, or null.</param>
    public SpecReply Read(Located operation, out string? problem)
    {
        problem = null;
        var place = references.Get(operation, "responses");
        var node = place?.Node ?? operation.Node;
        var isBodyless = false;
        SpecMedia? other = null;
        IReadOnlyList<string> seen = [];
        SpecReply? json = null;
        foreach (var (status, reference) in Successes(place))
        {
            if (references.Resolve(reference) is not { } reply) continue;
            var content = dialect.Reply(operation, reply);
            if (status is "204" or "205" && content.Media is { Kind: ContentKind.Stream, Body: null }) content = new(null, null, []);
            if (content.Json is { } media) json ??= new SpecReply(HasJson: true, content.Schema, (content.Schema ?? media).Node) { Media = content.Media };
            else if (content.Others.Count == 0) isBodyless = true;
            else (seen, other) = (content.Others, other ?? content.Media);
            if (json is null) node = reply.Node;
        }

        if (json is not null) return json with { MayBeAbsent = isBodyless };
        if (!isBodyless && seen.Count > 0) problem = "its reply is " + string.Join(", ", seen) + ", and only JSON is read";
        var usual = place is { } all && !Successes(all).Any() ? WithoutSuccess(operation, all) : null;
        if (usual is { Kind: ContentKind.Json }) return new SpecReply(HasJson: true, usual.Body?.Place, usual.Body?.Place.Node ?? node) { Media = usual, MayBeAbsent = true };
        other ??= usual;
        return new SpecReply(HasJson: false, null, node) { Media = other, MayBeAbsent = isBodyless };
    }

    /// <summary>Where no success is described: what is answered by default, unless that is an error; what a redirect leads to is a file.</summary>
    private SpecMedia? WithoutSuccess(Located operation, Located replies)
    {
        if (references.Get(replies, "default") is { } usual)
            return Phrases.HasAny(usual.Node.Get("description").AsString() ?? "", Errors) || dialect.Reply(operation, usual) is not { Media: { } media } || SaysError(media) ? null : media;
        return replies.Node.Members().Any(entry => entry.Key.Length == 3 && entry.Key[0] == '3' && entry.Key != "304") ? new("*/*", ContentKind.Stream, null) : null;
    }

    private static bool SaysError(SpecMedia media) =>
        media.Type.IndexOf("problem", StringComparison.OrdinalIgnoreCase) >= 0
        || (media.Body?.Place.Node.Get("$ref").AsString() is { } schema && Words.Of(schema.Substring(schema.LastIndexOf('/') + 1)).Any(word => Errors.Contains(word)));

    /// <summary>What is described of success, by status; each may be a reference.</summary>
    public static IEnumerable<(string Status, Located Reply)> Successes(Located? responses) =>
        responses is not { } place
            ? []
            : place.Node.Members()
                .Where(entry => entry.Key.Length == 3 && entry.Key[0] == '2')
                .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => (entry.Key, place.Under(entry.Key, entry.Value)));
}
