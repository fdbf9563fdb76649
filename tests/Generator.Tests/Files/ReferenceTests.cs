using Semel.Generator.Model;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.Files;

/// <summary>References into other files: whatever stands behind one is as if it stood there.</summary>
[Trait("Feature", "L1")]
public sealed class ReferenceTests
{
    private static Folder Whole => Folder.Whole.With(Folder.Root, "version: '1'", "version: '1', x-owner: { type: object, properties: { mail: { type: string } } }");

    [Fact]
    public void PathItemsOperationsBodiesRepliesParametersAndSchemas_MayStandInOtherFiles()
    {
        var model = Whole.Bind();

        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.IsError);
        Assert.Equal(("id", "thing_id", "name"), (model.Facts!.Id, model.Facts.IdParameter, model.Facts.NaturalKey));
        Assert.Equal("/things/{thing_id}", model.Operation(OperationKind.Read).Path);
    }

    [Fact]
    public void Types_AreKnownByTheirFiles_AndNamedAfterThem()
    {
        var types = Whole.Bind().Types.ToDictionary(type => type.Identity, type => (type.Name, type.Rank));

        Assert.Equal(
            new Dictionary<string, (string, int)>
            {
                ["models/thing.yaml#"] = ("Thing", 0),
                ["models/thing.yaml#/properties/size"] = ("ThingSize", 2),
                ["models/attributes.yaml#/colour"] = ("Colour", 0),
                ["#/info/x-owner"] = ("ThingOwner", 2),
            }, types);
    }

    [Fact]
    public void FileThatContainsItself_IsOneType() =>
        Assert.Equal("models/thing.yaml#", Whole.Bind().Resource().Property("parent").Type.Identity);

    [Fact]
    public void OnlyWhatIsReached_IsOpened_AndOnce()
    {
        var folder = Whole.With("models/unrelated.yaml", "{{{ no document at all");
        folder.Bind();

        Assert.Equal(
            [Folder.Root, "models/attributes.yaml", "models/thing.yaml", "parts/parameters.yaml", "parts/replies.json", "parts/requests.yaml", "paths/read thing.json", "paths/things.yaml"],
            folder.Opened.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../api.yaml#/components/schemas/Thing", "#/components/schemas/Thing")]
    [InlineData("./../models/./thing.yaml", "models/thing.yaml#")]
    [InlineData("../api.yaml#/paths/~1other/post/requestBody/content/application~1json/schema", "#/paths/~1other/post/requestBody/content/application~1json/schema")]
    [InlineData("../more/api.json#/components/schemas/Thing", "more/api.json#/components/schemas/Thing")]
    [InlineData("../more/index.yaml#/thing", "models/thing.yaml#")]
    [InlineData("../more/index.yaml#/all/thing", "models/thing.yaml#")]
    [InlineData("../more/index.yaml#/behind/thing", "more/all.yaml#/thing")]
    [InlineData("../../beside/thing.yaml", "../beside/thing.yaml#")]
    public void Reference_LeadsToOneIdentity_HoweverItIsWritten(string reference, string identity)
    {
        const string thing = "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"}}}";
        var folder = Whole
            .With(Folder.Root, "paths:\n", $"components: {{ schemas: {{ Thing: {thing} }} }}\npaths:\n  /other: {{ post: {{ requestBody: {{ content: {{ application/json: {{ schema: {thing} }} }} }}, responses: {{}} }} }}\n")
            .With("more/api.json", "{\"components\":{\"schemas\":{\"Thing\":" + thing + "}}}")
            .With("more/index.yaml", "thing: { $ref: ../models/thing.yaml }\nall: { thing: { $ref: '#/thing' } }\nbehind: { $ref: all.yaml }\n")
            .With("more/all.yaml", "thing: " + thing)
            .With("../beside/thing.yaml", thing)
            .With("parts/replies.json", "../models/thing.yaml", reference);

        Assert.Equal(identity, folder.Bind().Facts!.Resource);
    }

    [Theory]
    [InlineData("gone.yaml", "there is no 'models/gone.yaml'")]
    [InlineData("attributes.yaml#/shade", "'models/attributes.yaml' has no 'shade'")]
    [InlineData("attributes.yaml#/colour/deeper", "'models/attributes.yaml#/colour' has no 'deeper'")]
    [InlineData("attributes.yaml#colour", "it is not a JSON pointer such as '#/components/schemas/…'")]
    [InlineData("/models/attributes.yaml#/colour", "only files that are named relative to this one are read")]
    [InlineData("https://example.com/attributes.yaml#/colour", "only files that are named relative to this one are read")]
    [InlineData("loop.yaml", "it leads back to itself")]
    public void ReferenceThatLeadsNowhere_IsAnErrorInItsFile(string reference, string reason)
    {
        var folder = Whole.With("models/thing.yaml", "'attributes.yaml#/colour'", $"'{reference}'").With("models/loop.yaml", "$ref: 'thing.yaml#/properties/colour'\n");

        Assert.Equal($"/repo/models/thing.yaml(6,19): SEM2003: '{reference}' leads nowhere: {reason}", folder.Error());
    }

    [Fact]
    public void BadSyntax_IsAnErrorInItsFile() =>
        Assert.StartsWith("/repo/models/attributes.yaml(2,", Whole.With("models/attributes.yaml", "colour:\n  type: [string\n").Error(), StringComparison.Ordinal);

    [Fact]
    public void WhatIsWrongInAFileThatIsNotReached_IsNotReported() =>
        Assert.DoesNotContain(Whole.Bind().Diagnostics, diagnostic => diagnostic.Arguments.Any(argument => argument.Contains("nowhere", StringComparison.Ordinal)));
}
