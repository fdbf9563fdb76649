using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>One item that a set is to have: a create of its own, with a key and a record.</summary>
internal sealed class SetMember
{
    private const int HashLength = 32;

    private SetMember(HttpRemote remote) => Remote = remote;

    public HttpRemote Remote { get; }

    public CreatePolicy Policy => Remote.Policy;

    public ResourceKey Key => Policy.Key;

    /// <param name="http">A client whose base address and credentials are set.</param>
    /// <param name="semel">The context.</param>
    /// <param name="resource">The kind of the items.</param>
    /// <param name="arguments">The parent.</param>
    /// <param name="name">The id that the client chooses; null: the request says its name, or all of it together tells it from others.</param>
    /// <param name="body">The request.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<SetMember> OfAsync(
        HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments, string? name, JsonObject body, CancellationToken cancellationToken)
    {
        name ??= resource.NameInRequest is { } path && ResourceReader.Text(body, path) is { Length: > 0 } said ? said : null;
        var key = new ResourceKey(semel.Scope, resource.Model, InstanceName.Of(name ?? ContentName(resource, body), arguments));
        var secrets = await semel.FingerprintsOfAsync(key, body, resource.Secrets, cancellationToken).ConfigureAwait(false);
        return new SetMember(new HttpRemote(http, semel, resource, key, body, secrets, arguments, new CreateSettings { IsItsContent = name is null }));
    }

    /// <summary>The item is as wanted.</summary>
    public bool IsShownBy(SetItem item) => !Policy.Comparison.OfRemote(item.Body, Policy.Input.Json).Any();

    /// <summary>A hash of what is wanted, its secrets left out.</summary>
    private static string ContentName(ResourceDescriptor resource, JsonObject body) =>
        "content-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonCanonical.GetText(Redaction.Copy(body, resource.Secrets)))))[..HashLength];
}
