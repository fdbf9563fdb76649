namespace Semel.Testing;

/// <summary>A request that arrived whole, whatever became of it.</summary>
/// <param name="Method">Upper case: <c>POST</c>.</param>
/// <param name="Path">The path, decoded: <c>/v1/servers</c>.</param>
/// <param name="Query">The query with its question mark; empty where there is none.</param>
/// <param name="Status">The status that was answered; null while there is no answer, and for ever where the connection was aborted before one.</param>
/// <param name="Headers">Every header but <c>Authorization</c>; names ignore case.</param>
/// <param name="Body">The body as text; null where it was empty.</param>
/// <param name="Time">When its last byte had arrived, by the server's clock.</param>
public sealed record ReceivedRequest(
    string Method, string Path, string Query, int? Status,
    IReadOnlyDictionary<string, string> Headers, string? Body, DateTimeOffset Time)
{
    /// <summary>True for everything but <c>GET</c>.</summary>
    public bool IsMutation => Method != "GET";

    /// <summary>A header's value; null where it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;
}
