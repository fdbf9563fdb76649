using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Documents;
using Semel.Generator.Model;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.Whole;

/// <summary>The resources of a whole document share what they read of it.</summary>
[Trait("Feature", "L6")]
public sealed class SharedReadingTests
{
    private const string Document = """
        openapi: 3.1.0
        paths:
          /shelves: { post: { requestBody: { $ref: '#/components/requestBodies/named' }, responses: { '201': { $ref: '#/components/responses/made' } } } }
          /shelves/{shelf_id}: { get: { responses: { '200': { $ref: '#/components/responses/made' } } } }
          /books: { post: { requestBody: { $ref: '#/components/requestBodies/named' }, responses: { '201': { $ref: '#/components/responses/made' } } } }
          /books/{book_id}: { get: { responses: { '200': { $ref: '#/components/responses/made' } } } }
        components:
          requestBodies:
            named: { content: { application/json: { schema: { $ref: '#/components/schemas/named' } } } }
          responses:
            made: { description: made, content: { application/json: { schema: { type: object, properties: { id: { type: string }, name: { type: string } } } } } }
          schemas:
            named: { type: object, properties: { name: { type: string } } }
        """;

    [Fact]
    public void WhatIsWrongInASharedSchema_IsToldToEachThatReachesIt()
    {
        var whole = Bind(Document.Replace("named: { type: object, properties: { name: { type: string } } }", "named: { allOf: [{ $ref: '#/components/schemas/nowhere' }, { type: object }] }", StringComparison.Ordinal));

        Assert.Empty(whole.Resources);
        Assert.Equal(
            ["POST /shelves", "POST /books"],
            whole.Diagnostics.Where(diagnostic => diagnostic.Id == "SEM2010").Select(diagnostic => diagnostic.Arguments[0]));
    }

    [Fact]
    public void ASharedSchemaThatIsWhole_IsEachOnes() =>
        Assert.Equal(["/shelves", "/books"], Bind(Document).Resources.Select(resource => resource.Declaration.Path));

    private static ResourceModel Bind(string document) => ResourceBinder.Bind(
        Bound.Declaration("", document: "api.yaml") with { IsWhole = true },
        SpecReader.Read("specs/api.yaml", SourceText.From(document), CancellationToken.None), CancellationToken.None);
}
