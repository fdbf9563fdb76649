using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Oddities;

/// <summary>The clients of all documents and their checks, in one project that is generated, compiled and loaded once.</summary>
internal sealed class OddityProject
{
    private static readonly string[] OfResources = ["SEM2006", "SEM2010", "SEM2011", "SEM3001"];

    private readonly ImmutableArray<Diagnostic> _reported;
    private readonly Assembly? _assembly;

    public OddityProject(IReadOnlyList<Oddity> oddities)
    {
        var project = TestProject.Compilation(oddities.Select(Source));
        // as every SDK project: xunit refers to older versions of what .NET has
        project = project.WithOptions(project.Options.WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]));
        IEnumerable<AdditionalText> texts = oddities.SelectMany((oddity, index) => oddity.Files.Append((Name: FileName(index), oddity.Text)).Select(file => new MemoryText("/repo/" + file.Name, file.Item2)));
        var driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], texts, (CSharpParseOptions)project.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(project, out var output, out _, TestContext.Current.CancellationToken);
        var result = driver.GetRunResult().Results.Single();
        Exception = result.Exception;
        _reported = result.Diagnostics;
        Files = result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var emitted = output.Emit(assembly, xmlDocumentationStream: documentation);
        Problems = [.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => $"{diagnostic} :: {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}")];
        if (emitted.Success) _assembly = Assembly.Load(assembly.ToArray());
    }

    public Exception? Exception { get; }

    /// <summary>Errors and warnings of the compiler, at its highest level and with documentation required.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>What was generated, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    public static string FileName(int index) => $"oddity{index}.yaml";

    /// <summary>What is said at a document, beside what is said of its resources: <c>12,7 SEM2007</c>.</summary>
    public IEnumerable<string> Messages(int index) =>
        from diagnostic in _reported
        let place = diagnostic.Location.GetLineSpan()
        where !OfResources.Contains(diagnostic.Id) && Path.GetFileName(place.Path) == FileName(index)
        select $"{place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1} {diagnostic.Id}";

    public async Task CheckAsync(int index)
    {
        Assert.True(_assembly is not null, string.Join("\n", Problems.Take(5)));
        await using var server = new OddityServer();
        using var http = new HttpClient { BaseAddress = server.Address };
        var semel = new SemelContext(new MemoryDataRepository(), "test");
        var api = Activator.CreateInstance(_assembly.GetType($"Oddity{index}.Api", throwOnError: true)!, http, semel);
        var check = _assembly.GetType($"Oddity{index}.Check", throwOnError: true)!.GetMethod("RunAsync")!;
        await (Task)check.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [api, semel, http, server.Sent, server.Replies], null)!;
    }

    private static string Source(Oddity oddity, int index) => $$"""
        namespace Oddity{{index}}Models { }
        namespace Oddity{{index}}
        {
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Net.Http;
            using System.Text.Json;
            using System.Text.Json.Nodes;
            using System.Threading.Tasks;
            using Semel;
            using Xunit;
            using Oddity{{index}}Models;

            /// <summary>The client.</summary>
            [ExtensionModel("{{FileName(index)}}")]
            public sealed partial class Api;

            internal static class Check
            {
                public static async global::System.Threading.Tasks.Task RunAsync(Api api, SemelContext semel, HttpClient http, List<string> sent, Queue<(int Status, string MediaType, string Body)> replies)
                {
                    await global::System.Threading.Tasks.Task.CompletedTask;
        #line 1 "{{oddity.Name.Replace('"', '\'')}}"
        {{oddity.Check}}
                }

                private static T From<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

                private static string Text(object value) => JsonSerializer.Serialize(value, value.GetType());
            }
        }
        """;
}
