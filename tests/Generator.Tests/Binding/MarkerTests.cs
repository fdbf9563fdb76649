using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Markers in maps and names, what a list is filtered by, and the tags that stay behind.</summary>
[Trait("Feature", "L2")]
public sealed class MarkerTests
{
    private const string Tags = """ "tags":{"type":"array","description":"PROSE","items":{"type":"string"}}""";

    [Theory]
    [InlineData("labels")]
    [InlineData("Labels")]
    [InlineData("metadata")]
    [InlineData("tags")]
    public void MapOfTexts_CarriesAMarker(string name) =>
        Assert.Equal(new MarkerModel(Model.MarkerKind.Map, name, null, null), Marker(Map(name)));

    [Theory]
    [InlineData("""{"type":"integer"}""")]
    [InlineData("""{"type":"string","enum":["a"]}""")]
    [InlineData("""{"type":"string","maxLength":16}""")]
    [InlineData("true")]
    public void MapOfOtherValues_CarriesNone(string values) => Assert.Null(Marker(Map("labels", values)));

    [Fact]
    public void Tags_AreTakenBeforeMaps_AndMapsBeforeTexts()
    {
        Assert.Equal("tags", Marker(Map("labels"), Tags, Api.Text("description"))!.Property);
        Assert.Equal("labels", Marker(Map("labels"), Api.Text("description"))!.Property);
    }

    [Theory]
    [InlineData("label_selector", "Only those with these labels.", "label_selector", "{key}={value}")]
    [InlineData("label_selector", "Written as `key==value`.", "label_selector", "{key}=={value}")]
    [InlineData("labels", "As `<key>:<value>`.", "labels", "{key}:{value}")]
    [InlineData("metadata", "Pairs such as k=v.", "metadata", "{key}={value}")]
    [InlineData("labels", "Only those with these labels.", null, null)]
    [InlineData("filter", "As key=value.", null, null)]
    public void Filter_IsUsedWhereItsFormIsKnown(string parameter, string prose, string? filter, string? format)
    {
        var query = Api.Query(parameter).Replace("\"in\"", $"\"description\":\"{prose}\",\"in\"", StringComparison.Ordinal);
        var thing = Api.Object(Api.Text("id"), Api.Text("name"), Map("labels"));

        var marker = Bound.Valid(Api.Document(thing, thing, Api.List(parameters: query))).Facts!.Marker!;
        Assert.Equal((filter, format), (marker.Filter, marker.FilterFormat));
    }

    [Fact]
    public void Name_CarriesAMarker_OnlyWhereItIsDeclared()
    {
        var thing = Api.Object(Api.Text("id"), """ "name":{"type":"string","maxLength":100}""");
        var document = Api.Document(thing, thing, Api.List());

        Assert.Null(Bound.Valid(document).Facts!.Marker);
        Assert.Equal(new MarkerModel(Model.MarkerKind.NameSuffix, "name", null, 100), Bound.Valid(document, overrides: Bound.NoOverrides with { Marker = "name" }).Facts!.Marker);
    }

    [Fact]
    public void NameThatIsTheId_CarriesNone()
    {
        var thing = Api.Object(Api.Text("name"));
        var document = Api.Document(thing, thing, paths: Api.Path("/things/{name}", Api.Operation("get", thing)));

        Assert.Contains("not the id", Bound.Model(document, overrides: Bound.NoOverrides with { Marker = "name" }).Diagnostic("SEM1007").Arguments[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tag names can either be existing or new tags.", "/v2/tags/{tag}", "/v2/tags/{tag}")]
    [InlineData("Tags that do not exist will be created.", "/tags/{id}", "/tags/{id}")]
    [InlineData("Its tags.", "/tags/{id}", null)]
    [InlineData("The tags to apply after it is created.", "/tags/{id}", null)]
    [InlineData("Existing or new tags.", "/projects/{project}/tags/{id}", null)]
    [InlineData("Existing or new tags.", "/tags", null)]
    public void TagThatComesIntoBeing_IsRemovedByItsPath(string prose, string path, string? helper)
    {
        var thing = Api.Object(Api.Text("id"), Api.Text("name"), Tags.Replace("PROSE", prose, StringComparison.Ordinal));
        var document = Api.Document(thing, thing, Api.List(), Api.Path(path, "\"delete\":{\"responses\":{\"204\":{\"description\":\"\"}}}"));

        Assert.Equal(helper, Bound.Valid(document).Facts!.Marker!.HelperPath);
    }

    private static MarkerModel? Marker(params string[] properties)
    {
        var thing = Api.Object([Api.Text("id"), Api.Text("name"), .. properties]);
        return Bound.Valid(Api.Document(thing, thing, Api.List("{\"type\":\"array\",\"items\":" + thing + "}"))).Facts!.Marker;
    }

    private static string Map(string name, string values = """{"type":"string"}""") => $"\"{name}\":{{\"type\":\"object\",\"additionalProperties\":{values}}}";
}
