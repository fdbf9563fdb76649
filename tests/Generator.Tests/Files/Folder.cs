using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Documents;
using Semel.Generator.Model;
using Semel.Generator.Tests.Binding;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Files;

/// <summary>A document of several files in memory; which of them are opened is counted.</summary>
internal sealed class Folder(params (string Name, string Text)[] files)
{
    public const string Root = "api.yaml";

    public List<string> Opened { get; } = [];

    /// <summary>A valid document of one resource at /things whose parts stand in other files.</summary>
    public static Folder Whole => new(
        (Root, """
            openapi: 3.0.3
            info: { title: Things, version: '1' }
            paths:
              /things:
                $ref: paths/things.yaml
              /things/{thing_id}:
                get:
                  $ref: 'paths/read%20thing.json'
            """),
        ("paths/things.yaml", """
            post:
              requestBody: { $ref: ../parts/requests.yaml#/thing }
              responses:
                '201': { $ref: ../parts/replies.json#/created }
                '409': { $ref: ../parts/replies.json#/taken }
            """),
        ("paths/read thing.json", """
            {
              "parameters": [ { "$ref": "../parts/parameters.yaml#/thing_id" } ],
              "responses": { "200": { "$ref": "../parts/replies.json#/created" } }
            }
            """),
        ("parts/requests.yaml", "thing:\n  required: true\n  content:\n    application/json:\n      schema: { $ref: ../models/thing.yaml }\n"),
        ("parts/replies.json", """
            {
              "created": { "description": "", "content": { "application/json": { "schema": { "$ref": "../models/thing.yaml" } } } },
              "taken": { "description": "The name is taken." }
            }
            """),
        ("parts/parameters.yaml", "thing_id:\n  name: thing_id\n  in: path\n  required: true\n  schema: { type: string }\n"),
        ("models/thing.yaml", """
            type: object
            required: [name]
            properties:
              id: { type: string, readOnly: true }
              name: { type: string }
              colour: { $ref: 'attributes.yaml#/colour' }
              size: { type: object, properties: { width: { type: integer } } }
              parent: { $ref: thing.yaml }
              owner: { $ref: ../api.yaml#/info/x-owner }
            """),
        ("models/attributes.yaml", "colour:\n  type: string\n  enum: [red, green]\nunused: { $ref: nowhere.yaml }\n"));

    /// <summary>With another text for a file, which may be new.</summary>
    public Folder With(string name, string text) => new([.. files.Where(file => file.Name != name), (name, text)]);

    /// <summary>With a piece of a file replaced, which has to be there.</summary>
    public Folder With(string name, string old, string now)
    {
        Assert.Contains(old, Text(name)!, StringComparison.Ordinal);
        return With(name, Text(name)!.Replace(old, now, StringComparison.Ordinal));
    }

    public ResourceModel Bind(string path = "/things")
    {
        var root = Open(Root, out _)!;
        return ResourceBinder.Bind(Bound.Declaration(path, document: Root), new DocumentFiles(root, Open), CancellationToken.None);
    }

    /// <summary>The one error, as <c>file(line,column): message</c>.</summary>
    public string Error()
    {
        var error = Assert.Single(Bind().Diagnostics, diagnostic => diagnostic.IsError);
        return $"{error.Location!.Path}({error.At().Line},{error.At().Column}): {error.Message}";
    }

    /// <summary>The files as a project has them.</summary>
    public IEnumerable<MemoryText> AsTexts(string folder = "/repo/") => files.Select(file => new MemoryText(folder + file.Name, file.Text));

    private string? Text(string name) => files.Where(file => file.Name == name).Select(file => file.Text).SingleOrDefault();

    private SpecDocument? Open(string name, out string? problem)
    {
        Opened.Add(name);
        problem = Text(name) is null ? $"there is no '{name}'" : null;
        return Text(name) is { } text ? SpecReader.Read("/repo/" + name, SourceText.From(text), CancellationToken.None) : null;
    }
}
