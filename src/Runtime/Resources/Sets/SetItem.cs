using System.Text.Json.Nodes;

namespace Semel;

/// <summary>One item of a set as a list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">What is shown of it.</param>
internal sealed record SetItem(string Id, JsonObject Body);
