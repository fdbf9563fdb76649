using System.Text;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Generator.Tests.Documents;

/// <summary>Documents in short: maps as <c>{key: value}</c>, sequences as <c>[item]</c>, strings in double quotes, everything else bare.</summary>
internal static class Trees
{
    public static SpecDocument ReadYaml(string text) => SpecReader.Read("cloud.yaml", SourceText.From(text), CancellationToken.None);

    public static SpecDocument ReadJson(string text) => SpecReader.Read("cloud.json", SourceText.From(text), CancellationToken.None);

    /// <summary>The tree; behind it, where there is one, the first error as <c>!line:column</c>, both from 1.</summary>
    public static string Show(SpecDocument document)
    {
        var tree = Show(document.Root);
        return document.Errors.Count == 0 ? tree : $"{tree} {ShowFirstError(document)}";
    }

    /// <summary>Everything is reached before the errors are asked for.</summary>
    public static string ShowFirstError(SpecDocument document)
    {
        _ = Show(document.Root);
        if (document.Errors.Count == 0) return "no error";
        var error = document.Errors[0];
        Assert.Equal("SEM2001", error.Id);
        Assert.Contains("expected", error.Arguments[0]);
        Assert.Equal(document.Path, error.Location!.Path);
        var start = error.Location.Lines.Start;
        return $"!{start.Line + 1}:{start.Character + 1}";
    }

    public static string Show(SpecNode node) => node.Kind switch
    {
        NodeKind.Map => "{" + string.Join(", ", node.Entries.Select(entry => $"{entry.Key}: {Show(entry.Value)}")) + "}",
        NodeKind.Sequence => "[" + string.Join(", ", node.Items.Select(Show)) + "]",
        NodeKind.String => Quote(node.Text!),
        NodeKind.Number or NodeKind.Boolean => node.Text!,
        NodeKind.Null => node.Text ?? "null",
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '"' or '\\' => quoted.Append('\\').Append(character),
                < ' ' or '\x7F' or '\x85' or '\xA0' or '\u2028' or '\u2029' => quoted.Append($"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
