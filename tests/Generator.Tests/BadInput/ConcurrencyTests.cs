using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Model;
using Semel.Generator.Pipeline;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.BadInput;

/// <summary>The document of a text is shared by whoever binds it, and its nodes are built by whoever comes first.</summary>
[Trait("Feature", "L4")]
public sealed class ConcurrencyTests
{
    private const int Threads = 8;
    private const int Rounds = 20;
    private static readonly string[] Paths = [.. CloudDocument.Collections.Select(name => "/v1/" + name), "/v1/nowhere"];

    /// <summary>A bad line that only the binding of servers reaches; anchors and merges besides.</summary>
    private static string Broken => CloudDocument.Yaml.Replace("    server_request:\n", "    server_request: &a\n      <<: [*gone]\n", StringComparison.Ordinal);

    [Fact]
    public void ManyThreadsOnOneDocument_MakeTheModelsOfOne()
    {
        foreach (var (name, text) in new[] { ("cloud.yaml", CloudDocument.Yaml), ("cloud.json", CloudDocument.Json), ("cloud.yaml", Broken) })
        {
            var expected = Paths.Select(path => Bind(ResourceStage.Binder(), name, SourceText.From(text), path)).ToArray();
            for (var round = 0; round < Rounds; round++) Race(name, text, expected);
        }
    }

    [Fact]
    public void BrokenDocument_HasAnErrorInOneModelOnly()
    {
        var models = Paths.Select(path => Bind(ResourceStage.Binder(), "cloud.yaml", SourceText.From(Broken), path)).ToArray();
        Assert.Contains(models[2].Diagnostics, diagnostic => diagnostic.Id == "SEM2001");
        Assert.DoesNotContain(models[0].Diagnostics, diagnostic => diagnostic.Id == "SEM2001");
    }

    private static void Race(string name, string text, ResourceModel[] expected)
    {
        var binder = ResourceStage.Binder();
        var source = SourceText.From(text);
        using var start = new Barrier(Threads);
        var results = new ResourceModel[Threads][];
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            results[number] = [.. Paths.Select((_, index) => Bind(binder, name, source, Paths[(index + number) % Paths.Length]))];
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        for (var number = 0; number < Threads; number++)
        {
            Assert.NotNull(results[number]);
            for (var index = 0; index < Paths.Length; index++) Assert.Equal(expected[(index + number) % Paths.Length], results[number][index]);
        }
    }

    private static ResourceModel Bind(BindText binder, string name, SourceText source, string path) =>
        binder(Bound.Declaration(path, document: name), new("/repo/" + name, source), Alone, CancellationToken.None);

    private static OpenedText? Alone(string file, out string? problem) => throw new InvalidOperationException(problem = file);
}
