using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Generator.Tests.Binding;

/// <summary>The documents of real APIs, each read once for all tests.</summary>
internal static class RealDocuments
{
    private static readonly ConcurrentDictionary<string, Lazy<SpecDocument>> Read = new();

    public static SpecDocument Open(string name)
    {
        var path = Specs.Require(name);
        return Read.GetOrAdd(path, _ => new Lazy<SpecDocument>(() => SpecReader.Read(path, SourceText.From(File.ReadAllText(path)), CancellationToken.None))).Value;
    }

    public static JsonElement Labels(string provider)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Specs.Require("labels/" + provider + ".json")));
        return document.RootElement.Clone();
    }
}
