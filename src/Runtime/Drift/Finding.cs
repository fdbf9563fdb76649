using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Two values that aren't the same.</summary>
/// <param name="Path">Where, dotted.</param>
/// <param name="Root">The property of the request that holds it.</param>
/// <param name="Old">What was there.</param>
/// <param name="HasOld">Something was there, if only null.</param>
/// <param name="New">What is wanted.</param>
/// <param name="HasNew">Something is wanted, if only null.</param>
internal sealed record Finding(string Path, string Root, JsonNode? Old, bool HasOld, JsonNode? New, bool HasNew)
{
    public string? OldText => HasOld ? JsonCanonical.GetText(Old) : null;

    public string? NewText => HasNew ? JsonCanonical.GetText(New) : null;
}
