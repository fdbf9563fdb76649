using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>Parameters, whose type stands on them.</summary>
[Trait("Feature", "L1")]
public sealed class ParameterTests
{
    [Theory]
    [InlineData("type: string", nameof(TypeKind.String))]
    [InlineData("type: string, format: date-time", nameof(TypeKind.DateTime))]
    [InlineData("type: integer, format: int32", nameof(TypeKind.Int32))]
    [InlineData("type: integer", nameof(TypeKind.Int64))]
    [InlineData("type: number", nameof(TypeKind.Double))]
    [InlineData("type: boolean, default: true", nameof(TypeKind.Boolean))]
    [InlineData("type: string, enum: [a, b]", nameof(TypeKind.Enum))]
    [InlineData("type: array, items: { type: integer }", nameof(TypeKind.List))]
    [InlineData("type: array", nameof(TypeKind.List))]
    [InlineData("description: no type", nameof(TypeKind.String))]
    public void Type_StandsOnTheParameter(string type, string kind) => Assert.Equal(kind, Parameter($"{{ in: query, name: p, {type} }}").Type.Kind.ToString());

    [Fact]
    public void NamedParameter_IsFollowed_AndNamesItsEnumeration()
    {
        var model = Model("{ $ref: '#/parameters/sort_order' }");

        Assert.Equal("SortOrder", Assert.IsType<EnumModel>(Assert.Single(model.Types, type => type is EnumModel)).Name);
        Assert.Equal(("sort", false, "How."), Describe(Assert.Single(Others(model))));
    }

    [Fact]
    public void ParameterOfTheOperation_ReplacesThatOfThePathItem()
    {
        var model = Yaml.Valid(Yaml.Document(paths: """
            /things/{id}/x:
              parameters: [{ in: path, name: id, type: integer, required: true }, { in: query, name: q, type: string }, { in: header, name: X-A, type: string }]
              get: { parameters: [{ in: query, name: q, type: integer, required: true }], responses: { '200': { description: done } } }
            """));

        Assert.Equal(["id:Path:Int64!", "q:Query:Int64!", "xA:Header:String"], Others(model).Select(parameter => $"{parameter.Name}:{parameter.Place}:{parameter.Type.Kind}{(parameter.Required ? "!" : "")}"));
    }

    [Theory]
    [InlineData("query", "", nameof(WritingStyle.Form), false)]
    [InlineData("query", ", collectionFormat: csv", nameof(WritingStyle.Form), false)]
    [InlineData("query", ", collectionFormat: ssv", nameof(WritingStyle.SpaceDelimited), false)]
    [InlineData("query", ", collectionFormat: tsv", nameof(WritingStyle.TabDelimited), false)]
    [InlineData("query", ", collectionFormat: pipes", nameof(WritingStyle.PipeDelimited), false)]
    [InlineData("query", ", collectionFormat: multi", nameof(WritingStyle.Form), true)]
    [InlineData("header", "", nameof(WritingStyle.Simple), false)]
    [InlineData("header", ", collectionFormat: pipes", nameof(WritingStyle.PipeDelimited), false)]
    public void CollectionFormat_SaysWhatStandsBetweenTheValuesOfAList(string place, string format, string style, bool explode)
    {
        Assert.Equal(new(Enum.Parse<WritingStyle>(style), explode), Parameter($"{{ in: {place}, name: p, type: array, items: {{ type: string }}{format} }}").Writing);
        Assert.Equal(ParameterWriting.Usual(ParameterPlace.Query), Parameter("{ in: query, name: p, type: string, collectionFormat: pipes }").Writing);
    }

    [Fact]
    public void ParameterThatIsAFile_IsAFileOfAForm()
    {
        var operation = Model("{ in: formData, name: p, type: file, required: true }, { in: formData, name: tags, type: array, items: { type: string }, collectionFormat: pipes }").Operation(OperationKind.Other);

        Assert.Equal(new FileModel("p", "p", true, false, null, null), Assert.Single(operation.Content!.Files));
        Assert.Equal((0, TypeKind.Object, ContentKind.Multipart), (operation.Parameters.Count, operation.Body!.Kind, operation.Content.Kind));
    }

    private static (string JsonName, bool Required, string? Documentation) Describe(ParameterModel parameter) => (parameter.JsonName, parameter.Required, parameter.Documentation);

    private static ParameterModel Parameter(string parameter) => Assert.Single(Others(Model(parameter)));

    private static EquatableArray<ParameterModel> Others(ResourceModel model) => model.Operation(OperationKind.Other).Parameters;

    private static ResourceModel Model(string parameter) => Yaml.Valid(Yaml.Document(
        paths: Yaml.Get($"parameters: [{parameter}]\nresponses: {{ '200': {{ description: done }} }}"),
        rest: "parameters: { sort_order: { in: query, name: sort, description: How., type: string, enum: [up, down] } }"));
}
