using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;
using YamlDotNet.Core;

namespace Semel.Corpus.Tests.Documents;

/// <summary>Every real document reads as others read it.</summary>
[Trait("Feature", "L1")]
public sealed class CorpusTests
{
    [Fact]
    public void JsonDocuments_AreReadAsSystemTextJsonReadsThem()
    {
        var failures = new List<string>();
        var files = SpecsFolder.Files(".json").ToList();
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            using var oracle = JsonDocument.Parse(text);
            var document = SpecReader.Read(file, SourceText.From(text), CancellationToken.None);
            var difference = JsonDifference.Find(document.Root, oracle.RootElement) ?? FirstError(document);
            if (difference is not null) failures.Add($"{file}: {difference}");
        }

        Assert.True(files.Count > 40, $"Only {files.Count} documents were found.");
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Fact]
    public void YamlDocuments_AreReadAsYamlDotNetReadsThem()
    {
        var failures = new List<string>();
        var files = SpecsFolder.Files(".yaml", ".yml").ToList();
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            var document = SpecReader.Read(file, SourceText.From(text), CancellationToken.None);
            if (Compare(document, text) is { } difference) failures.Add($"{file}: {difference}");
        }

        Assert.True(files.Count > 2900, $"Only {files.Count} documents were found.");
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static string? Compare(SpecDocument document, string text)
    {
        try
        {
            return YamlDifference.Find(document.Root, YamlOracle.Load(OracleDefects.WorkAround(text))) ?? FirstError(document);
        }
        catch (YamlException refusal)
        {
            return $"the oracle refuses it at {refusal.Start}: {refusal.Message}";
        }
    }

    private static string? FirstError(SpecDocument document) => document.Errors is [var first, ..] ? $"{first.Location!.Lines.Start}: {first.Arguments[0]}" : null;
}
