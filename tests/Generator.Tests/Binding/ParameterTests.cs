using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Parameters of OpenAPI 3: where they are, what they take, and how they are written.</summary>
[Trait("Feature", "L1")]
public sealed class ParameterTests
{
    [Theory]
    [InlineData("query", "", "Form+")]
    [InlineData("query", ",\"explode\":false", "Form")]
    [InlineData("query", ",\"style\":\"spaceDelimited\"", "SpaceDelimited")]
    [InlineData("query", ",\"style\":\"pipeDelimited\",\"explode\":true", "PipeDelimited+")]
    [InlineData("query", ",\"style\":\"deepObject\",\"explode\":true", "DeepObject+")]
    [InlineData("query", ",\"style\":\"matrix\"", "Form+")]
    [InlineData("query", ",\"style\":7", "Form+")]
    [InlineData("query", ",\"allowReserved\":true", "Form+ reserved")]
    [InlineData("header", "", "Simple")]
    [InlineData("header", ",\"explode\":true", "Simple+")]
    [InlineData("cookie", "", "Form+")]
    [InlineData("path", "", "Simple")]
    [InlineData("path", ",\"style\":\"label\"", "Label")]
    [InlineData("path", ",\"style\":\"matrix\",\"explode\":true", "Matrix+")]
    public void Style_IsAsSaid_OrAsUsualAtThePlace(string place, string rest, string expected)
    {
        var writing = One($$"""{"name":"p","in":"{{place}}","schema":{"type":"array","items":{"type":"string"} }{{rest}}}""").Writing;

        Assert.Equal(expected, writing.Style + (writing.Explode ? "+" : "") + (writing.AllowReserved ? " reserved" : ""));
    }

    [Theory]
    [InlineData("""{"application/json":{"schema":{"type":"object","properties":{"a":{"type":"string"} } } } }""", TypeKind.Object, WritingStyle.Json)]
    [InlineData("""{"application/json":{"schema":{"type":"boolean"} } }""", TypeKind.Boolean, WritingStyle.Json)]
    [InlineData("""{"application/json":{"schema":{} } }""", TypeKind.Json, WritingStyle.Json)]
    [InlineData("""{"text/plain":{"schema":{"type":"string"} } }""", TypeKind.String, WritingStyle.Form)]
    public void Content_IsJsonText(string content, object kind, object style)
    {
        var parameter = One($$"""{"name":"p","in":"query","content":{{content}}}""");

        Assert.Equal((kind, style), ((object)parameter.Type.Kind, (object)parameter.Writing.Style));
    }

    /// <summary>Quotes in a path would be part of the name.</summary>
    [Theory]
    [InlineData("string", WritingStyle.Simple)]
    [InlineData("integer", WritingStyle.Simple)]
    [InlineData("string\",\"null", WritingStyle.Simple)]
    [InlineData("string\",\"object", WritingStyle.Json)]
    [InlineData("object", WritingStyle.Json)]
    public void SimpleContentInAPath_IsWrittenAsItIs(string type, object style) =>
        Assert.Equal(style, One($$"""{"name":"p","in":"path","required":true,"content":{"application/json":{"schema":{"type":["{{type}}"]} } } }""").Writing.Style);

    [Theory]
    [InlineData("\"description\":\"How many.\"", "How many.\n\nWhere it is left out: `20`.")]
    [InlineData("\"required\":false", "Where it is left out: `20`.")]
    [InlineData("\"description\":\"How many; the default is 20.\"", "How many; the default is 20.")]
    public void Default_IsDocumented_NotSent(string rest, string expected)
    {
        var parameter = One($$"""{"name":"p","in":"query","schema":{"type":"integer","default":20},{{rest}}}""");

        Assert.Equal((expected, false), (parameter.Documentation, parameter.Required));
    }

    [Theory]
    [InlineData("/things/x#Action={y}", "", "")]
    [InlineData("/things/x?kind={y}", "", "y:Path!")]
    [InlineData("/things/x?kind={y}", """{"name":"y","in":"query","schema":{"type":"integer"} }""", "y:Path!")]
    [InlineData("/things/{y}/x", """{"name":"y","in":"query","schema":{"type":"integer"} },{"name":"y","in":"path","required":true}""", "y:Path! y2:Query")]
    [InlineData("/things/{y}/{y}", "", "y:Path!")]
    [InlineData("/things/x", """{"name":"q","in":"query"},{"name":"q","in":"query","required":true}""", "q:Query!")]
    [InlineData("/things/x", """{"name":"gone","in":"path","required":true}""", "")]
    public void Template_SaysWhatThePathTakes(string path, string parameters, string expected)
    {
        var operation = Bound.Valid(Api.Document(paths: Api.Path(path, Api.Operation("get", "{}", $",\"parameters\":[{parameters}]")))).Operation(OperationKind.Other);

        Assert.Equal(expected, string.Join(' ', operation.Parameters.Select(parameter => $"{parameter.Name}:{parameter.Place}{(parameter.Required ? "!" : "")}")));
    }

    [Fact]
    public void PathOfAResource_TakesTexts_AndWhatTakesAnObjectIsLeftOut()
    {
        const string parameters = ",\"parameters\":[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}]";
        var model = Bound.Valid(Api.Document(paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource, parameters))));

        Assert.Contains("in the path of a resource", model.Diagnostic("SEM2005").Arguments[2], StringComparison.Ordinal);
    }

    private static ParameterModel One(string parameter) => Assert.Single(
        Bound.Valid(Api.Document(paths: Api.Path("/things/x" + (parameter.Contains("\"path\"", StringComparison.Ordinal) ? "/{p}" : ""), Api.Operation("get", "{}", $",\"parameters\":[{parameter}]")))).Operation(OperationKind.Other).Parameters);
}
