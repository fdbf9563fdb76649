using System.Text.RegularExpressions;

namespace Semel.Corpus.Tests.Documents;

/// <summary>What YamlDotNet 16.3 refuses though YAML 1.2 allows it, said to it in other words.</summary>
internal static partial class OracleDefects
{
    /// <summary>A kept block scalar whose only line is white space: "found extra spaces in first line". Its value is one line break.</summary>
    public static string WorkAround(string text) => BlankKeptScalar().Replace(text, "${key} \"\\n\"\n${next}");

    [GeneratedRegex(@"^(?<key> *\w+:) \|\+\n +\n(?<next> *\w+:)", RegexOptions.Multiline)]
    private static partial Regex BlankKeptScalar();
}
