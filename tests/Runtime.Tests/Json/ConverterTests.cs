using System.Text.Json;

namespace Semel.Runtime.Tests.Json;

public sealed class ConverterTests
{
    private const string Json = """{"name":"a","unknown":[1.50],"status":"new"}""";

    [Fact]
    [Trait("Feature", "L5")]
    public void Model_PassesThroughTheSerializerWithReflection()
    {
        var server = JsonSerializer.Deserialize<Server>(Json)!;

        Assert.Equal("a", server.Name);
        Assert.Equal(Json, JsonSerializer.Serialize(server));
    }

    [Fact]
    public void Model_PassesThroughAContextWithoutReflection()
    {
        var server = JsonSerializer.Deserialize(Json, ServerContext.Default.Server)!;

        Assert.Equal("new", server.Status!.Value.Value);
        Assert.Equal(Json, JsonSerializer.Serialize(server, ServerContext.Default.Server));
    }

    [Fact]
    public void Enum_IsAlsoTheKeyOfADictionary()
    {
        var map = JsonSerializer.Deserialize("""{"brand-new":{"name":"a"}}""", ServerContext.Default.DictionaryStatusServer)!;

        Assert.Equal("brand-new", Assert.Single(map).Key.Value);
        Assert.Equal("""{"brand-new":{"name":"a"}}""", JsonSerializer.Serialize(map, ServerContext.Default.DictionaryStatusServer));
    }

    [Fact]
    public void Enum_PassesThroughTheSerializer()
    {
        Assert.Equal("\"active\"", JsonSerializer.Serialize(Status.Active));
        Assert.Equal("x", JsonSerializer.Deserialize<Status>("\"x\"").Value);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Status>("null"));
    }

    [Fact]
    public void Null_ReadsAsNull_AndOtherJsonIsRefused()
    {
        Assert.Null(JsonSerializer.Deserialize<Server>("null"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Server>("[]"));
    }
}
