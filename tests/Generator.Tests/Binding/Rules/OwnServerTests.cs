using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Servers that operations of a resource name for themselves.</summary>
public sealed class OwnServerTests
{
    private const string Files = """ "servers":[{"url":"https://files.example.com"}]""";

    [Fact]
    public void ServerOfAPath_IsThatOfItsOperations()
    {
        var model = Bound.Valid(Document.Replace("\"/things/{id}\":{", "\"/things/{id}\":{" + Files + ",", StringComparison.Ordinal));

        Assert.Equal([null, "https://files.example.com", "https://files.example.com"], Servers(model));
    }

    [Fact]
    public void ServerOfAnOperation_IsItsOwn()
    {
        var model = Bound.Valid(Document.Replace("\"post\":{", "\"post\":{" + Files + ",", StringComparison.Ordinal));

        Assert.Equal(["https://files.example.com", null, null], Servers(model));
        Assert.Contains("""Servers = new global::System.Collections.Generic.Dictionary<string, string> { ["POST /things"] = "https://files.example.com" },""", Text(model), StringComparison.Ordinal);
    }

    [Fact]
    public void ResourceOfTheDocumentsServer_SaysNone()
    {
        var model = Bound.Valid(Document);

        Assert.Equal([null, null, null], Servers(model));
        Assert.DoesNotContain("Servers =", Text(model), StringComparison.Ordinal);
    }

    private static string Document { get; } = Api.Document(paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource), """ "delete":{"responses":{"204":{"description":""}}}"""));

    private static IEnumerable<string?> Servers(ResourceModel model) =>
        new[] { OperationKind.Create, OperationKind.Read, OperationKind.Delete }.Select(kind => model.Operation(kind).Server?.Url);

    private static string Text(ResourceModel model) => string.Concat(Emit.Emitted.From(model).Values);
}
