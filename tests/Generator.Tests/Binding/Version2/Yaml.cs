using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Declarations;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>Small OpenAPI 2.0 documents around what a test is about.</summary>
internal static class Yaml
{
    public const string Definitions = """
        definitions:
          Thing: { type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }
          NewThing: { type: object, required: [name], properties: { name: { type: string } } }
        """;

    /// <summary>A POST of <c>/things</c> that takes and gives definitions.</summary>
    public const string Post = """
              post:
                parameters: [{ in: body, name: thing, required: true, schema: { $ref: '#/definitions/NewThing' } }]
                responses: { '201': { description: made, schema: { $ref: '#/definitions/Thing' } } }
        """;

    /// <param name="head">Lines of the document's head.</param>
    /// <param name="things">The operations of <c>/things</c>.</param>
    /// <param name="paths">Further paths.</param>
    /// <param name="rest">Further sections.</param>
    public static string Document(string head = "", string things = Post, string paths = "", string rest = "") => string.Join('\n',
        new[] { "swagger: '2.0'", "info: { title: t, version: '1' }", head, "paths:", "  /things:", Indented(things, 4), Indented(paths, 2), Definitions, rest }.Where(part => part.Length > 0)) + "\n";

    /// <summary>A GET of <c>/things/x</c>.</summary>
    public static string Get(string rest = "responses: { '200': { description: done } }") => "/things/x:\n  get:\n" + Indented(rest, 4);

    public static ResourceModel Model(string yaml, DeclaredOverrides? overrides = null, string path = "/things") =>
        Bound.Model(SpecReader.Read("specs/api.yaml", SourceText.From(yaml), CancellationToken.None), path, overrides);

    /// <summary>A model that must have been bound without an error.</summary>
    public static ResourceModel Valid(string yaml, DeclaredOverrides? overrides = null, string path = "/things")
    {
        var model = Model(yaml, overrides, path);
        Assert.True(model.Facts is not null, string.Join("\n", model.Diagnostics));
        return model;
    }

    /// <summary>The text with its own indentation taken off and another one put on.</summary>
    public static string Indented(string text, int by)
    {
        var lines = text.Split('\n').Where(line => line.Trim().Length > 0).ToList();
        if (lines.Count == 0) return "";
        var own = lines.Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => new string(' ', by) + line[own..]));
    }
}
