using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Reads a resource that a person names by its id, and refuses one that is not what is meant.</summary>
internal interface IIdentification
{
    /// <summary>The key that it is to be recorded for.</summary>
    ResourceKey Key { get; }

    /// <summary>What the instances begin with among which an id is unique.</summary>
    string Prefix { get; }

    /// <summary>Property paths of it that are never recorded.</summary>
    IReadOnlyList<string> Secrets { get; }

    /// <summary>The resource, with the marker that proves it to be this key's, if it carries one.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name that it has to show; null where only its marker can prove it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictException">It is another key's, has another name, or nothing proves it.</exception>
    Task<(JsonObject Body, Marker? Marker)> RequireAsync(string id, string? name, CancellationToken cancellationToken);

    /// <summary>The resource, unless its marker shows that it is another key's; with the marker that makes it ours, if it carries one.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="ConflictException">It is another key's.</exception>
    Task<(JsonObject Body, Marker? Marker)> RefuteAsync(string id, CancellationToken cancellationToken);
}
