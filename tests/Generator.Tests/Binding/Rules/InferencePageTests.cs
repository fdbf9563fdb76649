using System.Net;
using System.Text.RegularExpressions;
using Semel.Generator.Binding;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>The page of what is inferred says what the code says.</summary>
public sealed class InferencePageTests
{
    private const string Update = "SEMEL_UPDATE_DOCS";
    private const string Rules = "| rule | says |\n|---|---|\n";

    private static readonly string Root = Path.GetFullPath(Path.Combine(TestFolder.Path, "..", ".."));
    private static readonly string Page = Path.Combine(Root, "docs", "inference.md");

    [Fact]
    public void TableOfRules_HoldsEveryRule_WithItsSentence()
    {
        var rows = Files().Select(Row).ToList();
        Assert.True(rows.Count > 40, "the rules' folders are not where they were");
        var page = File.ReadAllText(Page);
        var front = page[..(page.IndexOf(Rules, StringComparison.Ordinal) + Rules.Length)];
        if (Environment.GetEnvironmentVariable(Update) is not null) File.WriteAllText(Page, front + string.Concat(rows.Select(row => row + "\n")));
        Assert.Equal(rows, File.ReadAllText(Page)[front.Length..].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void TableOfOverrides_HoldsEveryOne() => Assert.Equal(
        OverrideNames.Properties.Select(property => $"| `{property}` | `{OverrideNames.Extension(property)}` |").Append($"| | `{OverrideNames.Ignore}` |"),
        Regex.Matches(File.ReadAllText(Page), @"^\|( `\w+`)? \| `x-semel-[a-z-]+` \|", RegexOptions.Multiline).Select(match => match.Value));

    [Fact]
    public void EveryOverride_IsAPropertyOfTheAttribute() =>
        Assert.All(OverrideNames.Properties, property => Assert.NotNull(typeof(ExtensionModelAttribute).GetProperty(property)));

    private static IEnumerable<string> Files() =>
        new[] { "Inference", "Whole" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, "src", "Generator", "Binding", folder), "*Rule.cs", SearchOption.AllDirectories))
            .OrderBy(Path.GetFileName, StringComparer.Ordinal);

    private static string Row(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var text = File.ReadAllText(file);
        var type = Regex.Match(text, $@"internal (static |sealed )*(class|record) {name}\b").Index;
        var start = text.LastIndexOf("<summary>", type, StringComparison.Ordinal) + "<summary>".Length;
        Assert.True(type > 0 && start > 0, name + " has no summary");
        var summary = text[start..text.IndexOf("</summary>", start, StringComparison.Ordinal)];
        var plain = Regex.Replace(Regex.Replace(summary, @"\s*\n\s*///", ""), "<c>(.*?)</c>|<see cref=\"(.*?)\"/>", "`$1$2`");
        return $"| `{name}` | {WebUtility.HtmlDecode(plain).Trim().Replace("|", "\\|", StringComparison.Ordinal)} |";
    }
}
