using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

public sealed class ViewTests
{
    private static Server Parse(string json) => Server.Wrap((JsonObject)JsonNode.Parse(json)!);

    [Theory]
    [InlineData("""{"name":"a"}""", null)]
    [InlineData("""{"name":"a","note":null}""", null)]
    [InlineData("""{"name":"a","note":""}""", "")]
    [InlineData("""{"name":"a","note":"x"}""", "x")]
    public void OptionalProperty_ReadsAbsentAndNullAsNull(string json, string? expected) => Assert.Equal(expected, Parse(json).Note);

    [Theory]
    [InlineData("""{"name":"a"}""", "Server.size is required, but the JSON has no such property.")]
    [InlineData("""{"name":"a","size":null}""", "Server.size is required, but the JSON holds null.")]
    [InlineData("""{"name":"a","size":{}}""", "Server.size: a whole number of 32 bits was expected, but the value is an object.")]
    [InlineData("""{"name":"a","size":"hunter2"}""", "Server.size: a whole number of 32 bits was expected, but the value is a text.")]
    public void RequiredProperty_ThatCannotBeRead_NamesTypeAndPropertyButNoValue(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => Parse(json).Size).Message);

    [Fact]
    public void AbsentNullAndValue_StayDifferentOnTheWire()
    {
        var server = new Server { Name = "a", Note = null, Backups = null, Tags = null };

        Assert.Equal("""{"name":"a","note":null,"backups":null}""", server.ToString());
        server.Note = "x";
        server.Backups = false;
        server.Tags = [];
        server.Id = 7;
        Assert.Equal("""{"name":"a","note":"x","backups":false,"tags":[],"id":7}""", server.ToString());
        server.Id = null;
        server.Tags = null;
        Assert.Equal("""{"name":"a","note":"x","backups":false}""", server.ToString());
    }

    [Fact]
    public void RequiredProperty_RefusesNull() =>
        Assert.Throws<ArgumentNullException>(() => new Server { Name = null! });

    [Fact]
    [Trait("Feature", "L5")]
    public void UnknownPropertiesAndEnumValues_SurviveARoundTrip()
    {
        const string json = """{"name":"a","new_thing":{"deep":[1,2.50,1e400]},"status":"hibernated"}""";
        var server = Parse(json);

        server.Status = server.Status;
        server.Name = "b";

        Assert.Equal("hibernated", server.Status!.Value.Value);
        Assert.Equal(json.Replace("\"a\"", "\"b\""), server.ToString());
    }

    [Fact]
    public void NestedView_SharesTheNodeOfItsParent()
    {
        var server = Parse("""{"name":"a","image":{"slug":"debian"},"volumes":[{"slug":"x"}]}""");

        server.Image!.Slug = "fedora";
        server.Volumes![0].Slug = "y";

        Assert.Equal("""{"name":"a","image":{"slug":"fedora"},"volumes":[{"slug":"y"}]}""", server.ToString());
    }

    [Fact]
    public void AssigningANodeWithAParent_CopiesIt()
    {
        var image = new Image { Slug = "debian" };
        var first = new Server { Name = "1", Image = image };
        var second = new Server { Name = "2", Image = image, Volumes = [image, image] };

        image.Slug = "fedora";

        Assert.Equal("fedora", first.Image!.Slug);
        Assert.Equal("debian", second.Image!.Slug);
        Assert.Equal(["debian", "debian"], second.Volumes!.Select(volume => volume.Slug));
    }

    [Fact]
    public void AssigningAViewToItself_MakesNoCycle()
    {
        var server = new Server { Name = "a", Image = new Image { Slug = "x" } };

        server.Image = server.Image;
        server.Parent = server;

        Assert.Equal("""{"name":"a","image":{"slug":"x"},"parent":{"name":"a","image":{"slug":"x"}}}""", server.ToString());
    }

    [Fact]
    public void ListsAndMaps_AreReadAndSetWhole()
    {
        var server = new Server { Name = "a", Tags = ["x", "y"], Ports = new Dictionary<string, int> { ["http"] = 80 } };

        Assert.Equal(["x", "y"], server.Tags);
        Assert.Equal(80, server.Ports!["http"]);
        Assert.Equal("""{"name":"a","tags":["x","y"],"ports":{"http":80}}""", server.ToString());
    }

    [Theory]
    [InlineData("""{"tags":["a",null]}""", "Server.tags: item 1: a value was expected, but the item is null.")]
    [InlineData("""{"tags":["a",[]]}""", "Server.tags: item 1: a text was expected, but the value is an array.")]
    [InlineData("""{"tags":"a"}""", "Server.tags: an array was expected, but the value is a text.")]
    public void ListWithAWrongItem_NamesTheItem(string json, string message) =>
        Assert.Equal(message, Assert.Throws<JsonException>(() => Parse(json).Tags).Message);

    [Fact]
    public void MapWithAWrongValue_NamesTheValue() => Assert.Equal(
        "Server.ports: 'http': a whole number of 32 bits was expected, but the value is a boolean.",
        Assert.Throws<JsonException>(() => Parse("""{"ports":{"http":true}}""").Ports).Message);

    [Theory]
    [InlineData("""{"name":"a","size":1,"tags":["x"]}""", """{"size":1.0,"tags":["x"],"name":"\u0061"}""", true)]
    [InlineData("""{"name":"a"}""", """{"name":"b"}""", false)]
    [InlineData("""{"name":"a"}""", """{"name":"a","note":null}""", false)]
    [InlineData("""{"tags":["x","y"]}""", """{"tags":["y","x"]}""", false)]
    public void Equality_IsOfTheJson(string left, string right, bool equal)
    {
        Assert.Equal(equal, Parse(left).Equals(Parse(right)));
        if (equal) Assert.Equal(Parse(left).GetHashCode(), Parse(right).GetHashCode());
    }

    [Fact]
    public void HashCode_IsTheSameForReadAndForWrittenValues()
    {
        var written = new Server { Name = "a", Id = 7, Size = 3, Backups = true, Note = null };

        Assert.Equal(Parse(written.ToString()), written);
        Assert.Equal(Parse(written.ToString()).GetHashCode(), written.GetHashCode());
        Assert.NotEqual(Parse("""{"name":"a"}""").GetHashCode(), Parse("""{"name":"b"}""").GetHashCode());
    }

    [Fact]
    public void ViewsOfTwoTypes_AreNotEqual() => Assert.False(Parse("{}").Equals(Image.Wrap([])));

    [Fact]
    public void PropertyThatIsThereTwice_IsAJsonException() =>
        Assert.Throws<JsonException>(() => Parse("""{"name":"a","name":"b"}""").Name);

    [Fact]
    public async Task ReadingAtTheSameTime_IsSafe()
    {
        for (var round = 0; round < 50; round++)
        {
            var server = Parse("""{"name":"a","image":{"slug":"x"},"tags":["p","q"]}""");
            var reads = Enumerable.Range(0, 8).Select(_ => Task.Run(() => server.Name + server.Image!.Slug + string.Join(',', server.Tags!)));
            Assert.All(await Task.WhenAll(reads), text => Assert.Equal("axp,q", text));
        }
    }
}
