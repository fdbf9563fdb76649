using System.Text.RegularExpressions;

namespace Semel.Analyzers.Tests;

/// <summary>Where this repository's own code silences a rule, it says why.</summary>
public sealed partial class SuppressionTests
{
    private static readonly string[] Skipped = ["/obj/", "/bin/", "/.git/", "/tests/Analyzers.Tests/"];

    [Fact]
    public void NoRule_IsSilencedWithoutAReason()
    {
        var files = new[] { "*.cs", "*.csproj", "*.props", "*.targets", ".editorconfig", "*.globalconfig" }
            .SelectMany(pattern => Directory.EnumerateFiles(Repository.Root, pattern, SearchOption.AllDirectories)).Where(path => !Skipped.Any(path.Replace('\\', '/').Contains)).ToList();
        var silenced = files.SelectMany(path => File.ReadLines(path).Where(Silences).Select(line => (Path: path, Line: line.Trim()))).ToList();
        Assert.NotEmpty(silenced);
        Assert.DoesNotContain(silenced, found => !HasReason(found.Line));
    }

    [Theory]
    [InlineData("#pragma warning disable SEM3002", true, false)]
    [InlineData("#pragma warning disable SEM3002 // tests post twice on purpose", true, true)]
    [InlineData("#pragma warning disable CS0168", false, false)]
    [InlineData("#pragma warning restore SEM3002", false, false)]
    [InlineData("<NoWarn>$(NoWarn);SEM3002</NoWarn>", true, false)]
    [InlineData("""[SuppressMessage("Semel", "SEM3002")]""", true, false)]
    [InlineData("""[SuppressMessage("Semel", "SEM3002", Justification = "one of a kind")]""", true, true)]
    [InlineData("dotnet_diagnostic.SEM3002.severity = none", true, false)]
    [InlineData("dotnet_diagnostic.SEM3002.severity = suggestion", false, false)]
    public void Reason_IsAComment_OrAJustification(string line, bool silences, bool hasReason) => Assert.Equal((silences, hasReason), (Silences(line), Silences(line) && HasReason(line)));

    private static bool Silences(string line) => Silence().IsMatch(line);

    private static bool HasReason(string line) => Reason().IsMatch(line);

    [GeneratedRegex("""#pragma warning disable\b.*\bSEM\d|<NoWarn>.*SEM\d|SuppressMessage\(.*SEM\d|^dotnet_diagnostic\.SEM\d+\.severity\s*=\s*(none|silent)""")]
    private static partial Regex Silence();

    [GeneratedRegex("""//\s*\S+ \S+|<!--\s*\S+ \S+|#\s*\w+ \w+.*#|Justification = "[^"]+ [^"]+""" + "\"")]
    private static partial Regex Reason();
}
