namespace Semel.Generator.Model;

/// <param name="Status"><c>404</c>, <c>4XX</c> or <c>default</c>.</param>
/// <param name="Type">The model of the body.</param>
internal sealed record ErrorReply(string Status, TypeReference Type);
