namespace Semel.Testing;

/// <summary>A change that the server made for a request, whether or not the client was told.</summary>
/// <param name="Method"><c>POST</c>, <c>PUT</c> or <c>DELETE</c>.</param>
/// <param name="Path">The path of the request.</param>
/// <param name="Kind">One of <see cref="CloudKind"/>.</param>
/// <param name="Id">The resource's id, as text.</param>
/// <param name="Name">The resource's name.</param>
/// <param name="Time">When it was applied, by the server's clock.</param>
public sealed record AppliedMutation(string Method, string Path, string Kind, string Id, string Name, DateTimeOffset Time);
