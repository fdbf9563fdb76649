using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>Bodies and forms, which OpenAPI 2.0 calls parameters.</summary>
[Trait("Feature", "L1")]
public sealed class BodyTests
{
    private const string Reply = "responses: { '201': { description: made, schema: { $ref: '#/definitions/Thing' } } }";

    [Theory]
    [InlineData("parameters: [{ in: body, name: thing, schema: { $ref: '#/definitions/NewThing' } }]", false)]
    [InlineData("parameters: [{ in: body, name: thing, required: true, schema: { $ref: '#/definitions/NewThing' } }]", true)]
    [InlineData("parameters: [{ $ref: '#/parameters/body' }]", true)]
    public void BodyParameter_IsTheBody(string parameters, bool isRequired)
    {
        var create = Yaml.Valid(Document(parameters)).Operation(OperationKind.Create);

        Assert.Equal(("#/definitions/NewThing", isRequired), (create.Body!.Identity, create.BodyRequired));
        Assert.Empty(create.Parameters);
    }

    [Fact]
    public void BodyParameterOfThePathItem_IsTheBody_AndTheOperationsOwnWins()
    {
        var item = Yaml.Document(things: "parameters: [{ $ref: '#/parameters/body' }]\npost: { " + Reply + " }", rest: Parameters);
        var own = item.Replace("post: {", "post: { parameters: [{ in: body, name: other, schema: { $ref: '#/definitions/Thing' } }],", StringComparison.Ordinal);

        Assert.Equal("#/definitions/NewThing", Yaml.Valid(item).Operation(OperationKind.Create).Body!.Identity);
        Assert.Equal("#/definitions/Thing", Yaml.Valid(own).Operation(OperationKind.Create).Body!.Identity);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("consumes: [application/json]", "", true)]
    [InlineData("consumes: [text/plain, application/vnd.thing+json; charset=utf-8]", "", true)]
    [InlineData("consumes: [application/xml]", "", false)]
    [InlineData("consumes: [application/xml]", "consumes: [application/json]", true)]
    [InlineData("consumes: [application/xml]", "consumes: []", true)]
    [InlineData("consumes: [application/json]", "consumes: [application/xml, application/yaml]", false)]
    public void Body_IsJsonWhereTheOperationOrElseTheDocumentConsumesIt(string document, string operation, bool isJson)
    {
        var model = Yaml.Model(Document("parameters: [{ $ref: '#/parameters/body' }]\n" + operation, document));

        Assert.Equal(isJson, model.Facts is not null);
        if (!isJson) Assert.Contains("its body is application/xml", model.Diagnostic("SEM2009").Arguments[1]);
    }

    [Fact]
    public void BodyThatIsNoJson_IsAnErrorAtThePost_AndIsATextElsewhere()
    {
        var create = Yaml.Model(Document("consumes: [text/csv]\nparameters: [{ $ref: '#/parameters/body' }]")).Diagnostic("SEM2009");
        var other = Yaml.Valid(Yaml.Document(paths: Yaml.Get("consumes: [text/csv]\nparameters: [{ $ref: '#/parameters/body' }]\nresponses: { '204': { description: done } }"), rest: Parameters));

        Assert.Equal((5, 5), create.At());
        Assert.Equal((TypeKind.String, ContentKind.Text, "text/csv"), (other.Operation(OperationKind.Other).Body!.Kind, other.Operation(OperationKind.Other).Content!.Kind, other.Operation(OperationKind.Other).Content!.MediaType));
    }

    [Theory]
    [InlineData("")]
    [InlineData("consumes: [multipart/form-data, application/json]")]
    public void FormWithAFile_IsSentInParts(string consumes)
    {
        var create = Yaml.Valid(Document($"{consumes}\nparameters: [{{ in: formData, name: data, type: file }}]")).Operation(OperationKind.Create);

        Assert.Equal((ContentKind.Multipart, "data"), (create.Content!.Kind, Assert.Single(create.Content.Files).JsonName));
        Assert.Null(create.Body);
    }

    [Theory]
    [InlineData("", "Form")]
    [InlineData("consumes: [multipart/form-data, application/x-www-form-urlencoded]", "Form")]
    [InlineData("consumes: [multipart/form-data]", "Multipart")]
    [InlineData("consumes: [application/json]", "Form")]
    [InlineData("consumes: [application/x-www-form-urlencoded, application/json]", "Form")]
    public void FormWithoutAFile_IsWrittenAsTheFormThatIsConsumed(string consumes, string expected)
    {
        var create = Yaml.Valid(Document($"{consumes}\nparameters: [{{ in: formData, name: name, type: string }}]")).Operation(OperationKind.Create);

        Assert.Equal(expected, create.Content!.Kind.ToString());
    }

    [Fact]
    public void Form_IsAnObjectOfItsFields()
    {
        const string form = """
            consumes: [application/x-www-form-urlencoded, application/json]
            parameters:
            - { in: formData, name: name, type: string, required: true, description: What it is called. }
            - { in: formData, name: kind, type: string, enum: [a, b] }
            - { $ref: '#/parameters/count' }
            """;
        var model = Yaml.Valid(Document(form, rest: "  count: { in: formData, name: count, type: integer }"));

        var create = model.Operation(OperationKind.Create);
        var body = model.Object(create.Body!.Identity);
        Assert.Empty(create.Parameters);
        Assert.True(create.BodyRequired);
        Assert.Equal(("ThingCreate", "name"), (body.Name, model.Facts!.NaturalKey));
        Assert.Equal(["name!:String", "kind:Enum", "count:Int64"], body.Properties.Select(property => property.JsonName + (property.Required ? "!" : "") + ":" + property.Type.Kind));
        Assert.Equal("What it is called.", body.Property("name").Documentation);
    }

    private const string Parameters = """
        parameters:
          body: { in: body, name: thing, required: true, schema: { $ref: '#/definitions/NewThing' } }
        """;

    private static string Document(string operation, string head = "", string rest = "") =>
        Yaml.Document(head, "post:\n" + Yaml.Indented(operation + "\n" + Reply, 2), rest: Parameters + "\n" + rest);
}
