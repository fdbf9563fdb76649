using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Api;

/// <summary>Reads security schemes. What no handler can do, such as HTTP Digest or mutual TLS, is left out.</summary>
internal static class SecurityReader
{
    public static IEnumerable<SecuritySchemeModel> Read(Located root, References references)
    {
        var schemes = references.Get(root, "securityDefinitions") ?? (references.Get(root, "components") is { } components ? references.Get(components, "securitySchemes") : null);
        foreach (var entry in schemes?.Node.Members() ?? [])
        {
            if (references.Resolve(schemes!.Under(entry.Key, entry.Value)) is not { Node.Kind: NodeKind.Map } place) continue;
            foreach (var (kind, parameter, url) in Kinds(place.Node))
                yield return new(Words.Pascal(entry.Key), kind, parameter, url, Prose.Clean(place.Node.Get("description").AsString()));
        }
    }

    private static IEnumerable<(SecurityKind Kind, string? Parameter, string? TokenUrl)> Kinds(SpecNode scheme)
    {
        switch (scheme.Get("type").AsString())
        {
            case "basic":
                yield return (SecurityKind.Basic, null, null);
                break;
            case "http" when scheme.Get("scheme").AsString()?.ToLowerInvariant() is "basic":
                yield return (SecurityKind.Basic, null, null);
                break;
            case "http" when scheme.Get("scheme").AsString()?.ToLowerInvariant() is "bearer":
            case "openIdConnect":
                yield return (SecurityKind.Bearer, null, null);
                break;
            case "apiKey" when Place(scheme) is { } place && scheme.Get("name").AsScalar() is { Length: > 0 } name:
                yield return (place, name, null);
                break;
            case "oauth2":
                yield return (SecurityKind.Bearer, null, null);
                var isApplication = scheme.Get("flow").AsString() == "application";
                if ((isApplication ? scheme : scheme.Get("flows").Get("clientCredentials")) is { } flow) yield return (SecurityKind.ClientCredentials, null, Address(flow.Get("tokenUrl").AsString()));
                break;
            default:
                break;
        }
    }

    /// <summary>A header is given its name as a token; what is none cannot be sent.</summary>
    private static SecurityKind? Place(SpecNode scheme) => scheme.Get("in").AsString() switch
    {
        "header" when IsToken(scheme.Get("name").AsScalar()) => SecurityKind.Header,
        "cookie" when IsToken(scheme.Get("name").AsScalar()) => SecurityKind.Cookie,
        "query" => SecurityKind.Query,
        _ => null,
    };

    private static bool IsToken(string? name) => name is { Length: > 0 } && name.All(c => c < 128 && (char.IsLetterOrDigit(c) || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0));

    /// <summary>The secret is sent there, so that it must be HTTPS.</summary>
    private static string? Address(string? url) => url?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true && Uri.TryCreate(url, UriKind.Absolute, out _) ? url : null;
}
