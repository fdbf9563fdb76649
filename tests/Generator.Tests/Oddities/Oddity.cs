namespace Semel.Generator.Tests.Oddities;

/// <summary>What real documents have and naive generators break on: a small document that has it, and what its client must do.</summary>
/// <param name="Name">In the words of people who describe such documents.</param>
/// <param name="Features">What the list of real documents calls it; empty where that list has none.</param>
/// <param name="Document">All of the document but its first two lines.</param>
/// <param name="Check">C# over <c>api</c>, what it <c>sent</c>, and the <c>replies</c> that it gets.</param>
internal sealed record Oddity(string Name, string[] Features, string Document, string Check)
{
    /// <summary>The first line.</summary>
    public string Version { get; init; } = "openapi: 3.1.0";

    /// <summary>What is said of it, by place in the whole document: <c>12,7 SEM2007</c>.</summary>
    public string[] Messages { get; init; } = [];

    /// <summary>Other files, by name.</summary>
    public (string Name, string Text)[] Files { get; init; } = [];

    public string Text => $"{Version}\ninfo: {{ title: Odd, version: '1' }}\n{Document}";

    public override string ToString() => Name;

    /// <summary>A document whose one operation answers with the schema <c>thing</c>.</summary>
    public static string Showing(string schemas) => Reading + "components:\n  schemas:\n" + Indented(schemas, 4);

    private const string Reading = """
        paths:
          /thing:
            get:
              responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }

        """;

    private static string Indented(string text, int by) => string.Join("\n", text.Split('\n').Select(line => new string(' ', by) + line));
}
