using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A recorded resource once its record is as the API shows it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">What was found.</param>
/// <param name="Id">Its id; null where none is recorded.</param>
/// <param name="Attributes">The resource as last seen, without its secrets; also where it is gone. Null where none is recorded.</param>
/// <param name="Changes">What the API shows otherwise than it was recorded: old, new. It is not compared with what is wanted.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record Refreshed(ResourceKey Key, RefreshState State, string? Id, JsonObject? Attributes, IReadOnlyList<Difference> Changes, string Reason);
