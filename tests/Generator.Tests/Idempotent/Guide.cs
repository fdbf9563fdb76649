using System.Text.RegularExpressions;

namespace Semel.Generator.Tests.Idempotent;

/// <summary>The C# that a page of the guide shows; an ellipsis is what is left out.</summary>
internal static class Guide
{
    public static IReadOnlyList<string> BlocksOf(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", page));
        return [.. Regex.Matches(text, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(block => block.Groups[1].Value.Replace("{ … }", "{ throw new NotSupportedException(); }", StringComparison.Ordinal).Replace("    …\n", "", StringComparison.Ordinal))];
    }

    /// <summary>The pages that show some.</summary>
    public static IReadOnlyList<string> Pages => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(path => Path.GetFileName(path)!).Where(page => BlocksOf(page).Count > 0).Order(StringComparer.Ordinal)];
}
