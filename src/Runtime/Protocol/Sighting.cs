using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>A resource that a look found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">The resource.</param>
/// <param name="Ownership">Whose it is, by its marker.</param>
/// <param name="Generation">The marker's generation where it is ours, else 0.</param>
/// <param name="HasName">It has the name that is wanted.</param>
/// <param name="IsRead">It was read by its id, not seen in a list, which may show what is gone.</param>
internal sealed record Sighting(string Id, JsonObject Body, Ownership Ownership, int Generation, bool HasName, bool IsRead = false);

/// <summary>Whose a resource is, by the marker that it carries.</summary>
internal enum Ownership
{
    /// <summary>It carries no marker.</summary>
    Unproven,

    /// <summary>Its marker is this key's, of some generation.</summary>
    Ours,

    /// <summary>Its marker is another key's.</summary>
    Another,
}
