using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>What schemas of OpenAPI 2.0 say in their own words.</summary>
[Trait("Feature", "L1")]
public sealed class SchemaTests
{
    [Theory]
    [InlineData("{ type: string, x-nullable: true }", true)]
    [InlineData("{ $ref: '#/definitions/Text', x-nullable: true }", true)]
    [InlineData("{ allOf: [{ $ref: '#/definitions/Text' }], x-nullable: true }", true)]
    [InlineData("{ type: string, x-nullable: false }", false)]
    [InlineData("{ $ref: '#/definitions/Text' }", false)]
    public void Null_IsSaidByAnExtension_AlsoBesideAReference(string schema, bool isNullable) => Assert.Equal(isNullable, Property(schema).Nullable);

    [Fact]
    public void Discriminator_IsATextHere_AndTheBaseIsReadAsItStands()
    {
        var model = Yaml.Valid(Yaml.Document().Replace("  Thing: {", "  Thing: { discriminator: kind,", StringComparison.Ordinal)
            .Replace("$ref: '#/definitions/Thing'", "$ref: '#/definitions/Special'", StringComparison.Ordinal)
            + "  Special: { allOf: [{ $ref: '#/definitions/Thing' }, { type: object, properties: { size: { type: integer } } }] }\n");

        Assert.Equal(["id", "name", "size"], model.Resource().Properties.Select(property => property.JsonName));
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2007");
    }

    [Fact]
    public void ReadOnly_IsNotSettable() => Assert.False(Property("{ type: string, readOnly: true }").Settable);

    [Fact]
    public void FileInsideASchema_IsAWarningAtItsPlace()
    {
        var model = Yaml.Valid(Document("{ type: file }"));

        Assert.Equal(TypeKind.Json, model.Resource().Property("p").Type.Kind);
        Assert.Equal((9, 89), model.Diagnostic("SEM2007").At());
    }

    private static PropertyModel Property(string schema) => Yaml.Valid(Document(schema)).Resource().Property("p");

    private static string Document(string schema) =>
        Yaml.Document().Replace("name: { type: string } } }\n  New", "p: " + schema + " } }\n  New", StringComparison.Ordinal) + "  Text: { type: string }\n";
}
