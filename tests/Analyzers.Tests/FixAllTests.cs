using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Semel.Analyzers.CodeFixes;
using Semel.Analyzers.Declarations;
using Semel.Analyzers.Idempotency;
using Semel.Analyzers.Runtime;
using Semel.Generator;

namespace Semel.Analyzers.Tests;

/// <summary>Every fix, for all of a document, of a project and of a solution: what is in its scope has no warning left and compiles, and nothing else is touched.</summary>
[Trait("Feature", "K11")]
public sealed class FixAllTests
{
    private static readonly Dictionary<string, (DiagnosticAnalyzer? Analyzer, CodeFixProvider Fix, string Source)> Fixes = new()
    {
        ["SEM1001"] = (new ModelMustBePartialAnalyzer(), new MakePartialCodeFix(), """[ExtensionModel("a.yaml", "/a")] public class A; [ExtensionModel("a.yaml", "/b")] public class B;"""),
        ["SEM1017"] = (null, new MakeCreatePartialCodeFix(), """
            public sealed class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name")]
                public Task<string> CreateAsync(string name) => Task.FromResult(name);

                [Idempotent(Key = "name", Model = "Folders")]
                public Task<string> CreateFolderAsync(string name) => Task.FromResult(name);
            }

            public sealed class Topics(SemelContext semel)
            {
                [Idempotent(Key = "name")]
                public Task<string> CreateAsync(string name) => Task.FromResult(name);
            }
            """),
        ["SEM3002"] = (new UnhandledCreateAnalyzer(), new AddIdempotentCodeFix(), """
            public sealed record Bucket(string Id, string Name);
            public sealed record Folder(string Id, string Name);
            public sealed class Buckets(HttpClient http)
            {
                public async Task<Bucket> CreateBucketAsync(string name)
                {
                    var reply = await http.PostAsJsonAsync("/buckets", new { name });
                    return (await reply.Content.ReadFromJsonAsync<Bucket>())!;
                }

                public async Task<Folder> CreateFolderAsync(string name)
                {
                    var reply = await http.PostAsJsonAsync("/folders", new { name });
                    return (await reply.Content.ReadFromJsonAsync<Folder>())!;
                }

                public async Task<Bucket?> GetBucketAsync(string id) => await http.GetFromJsonAsync<Bucket>("/buckets/" + id);

                public async Task<Folder?> GetFolderAsync(string id) => await http.GetFromJsonAsync<Folder>("/folders/" + id);
            }

            public sealed class Topics(HttpClient http)
            {
                public async Task<string> CreateAsync(string name) => await (await http.PostAsJsonAsync("/topics", new { name })).Content.ReadAsStringAsync();
            }
            """),
        ["SEM3006"] = (new CatchAllBeforeCreateAnalyzer(), new NarrowCatchCodeFix(), InMethod("""
            try { await client.GetAsync(); } catch (Exception) { await client.CreateThingAsync(); }
            try { await client.GetAsync(); } catch { await client.CreateThingAsync(); }
            """)),
        ["SEM3008"] = (new FirstOfLookAnalyzer(), new SingleMatchCodeFix(), InMethod("""
            var a = (await client.ListAsync()).First(x => x.Name == "a");
            var b = (await client.ListAsync()).First(x => x.Name == "b");
            """)),
        ["SEM3009"] = (new RandomKeyAnalyzer(), new StableKeyCodeFix(), """
            public class Sender
            {
                public void Send(HttpRequestMessage message, string name) => message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                public void Send(HttpRequestMessage message, string region, string name) => message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
            }
            """),
        ["SEM3010"] = (new NullContentAnalyzer(), new EmptyContentCodeFix(), InMethod("""
            await http.PostAsync("/a", null);
            await http.PostAsync("/b", null);
            """)),
        ["SEM3013"] = (new IncompleteKeyAnalyzer(), new CompleteKeyCodeFix(), """
            public interface IA { [Idempotent(Key = "name")] Task<string> CreateAsync(string region, string name); }
            public interface IB { [Idempotent(Key = "name")] Task<string> CreateAsync(string project, string region, string name); }
            """),
        ["SEM4004"] = (new UnawaitedCreateAnalyzer(), new AwaitCreateCodeFix(), InMethod("""
            _ = model.CreateAsync();
            _ = model.CreateAsync();
            """)),
    };

    public static TheoryData<string, FixAllScope> Rows => new MatrixTheoryData<string, FixAllScope>(Fixes.Keys, [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution]);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task All_AreFixedInTheScope_AndNothingElseIs(string rule, FixAllScope scope)
    {
        var (_, fix, source) = Fixes[rule];
        using var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution;
        var first = Add(ref solution, "One", ("A.cs", source), ("B.cs", source));
        var other = Add(ref solution, "Two", ("A.cs", source));
        var document = solution.GetProject(first)!.Documents.First();

        var found = await DiagnosticsAsync(rule, document);
        Assert.Equal(rule is "SEM1017" or "SEM3002" or "SEM3013" ? 3 : 2, found.Length);
        CodeAction? one = null;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, found[0], (action, _) => one ??= action, default));
        var context = new FixAllContext(document, fix, scope, one!.EquivalenceKey!, [rule], new Provider(rule), default);
        var all = await fix.GetFixAllProvider()!.GetFixAsync(context);
        var changed = (await all!.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

        foreach (var project in changed.Projects)
        {
            foreach (var after in project.Documents)
            {
                var isIn = scope == FixAllScope.Solution || project.Id == first && (scope == FixAllScope.Project || after.Id == document.Id);
                if (!isIn) Assert.Equal((await solution.GetDocument(after.Id)!.GetTextAsync()).ToString(), (await after.GetTextAsync()).ToString());
                Assert.Equal(isIn ? 0 : found.Length, (await DiagnosticsAsync(rule, after)).Length);
            }

            if (scope == FixAllScope.Solution || project.Id == first && scope == FixAllScope.Project) await AssertCompilesAsync(project);
        }

        Assert.Equal(2, changed.Projects.Count());
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void EveryFix_IsTriedForAll_OrSaysThatItIsNone()
    {
        var fixes = typeof(RuleFix).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider))).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!).ToList();
        Assert.Equal(fixes.Where(fix => fix.GetFixAllProvider() is not null).SelectMany(fix => fix.FixableDiagnosticIds).Order(StringComparer.Ordinal), Fixes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["SEM3011"], fixes.Where(fix => fix.GetFixAllProvider() is null).SelectMany(fix => fix.FixableDiagnosticIds));
    }

    private static ProjectId Add(ref Solution solution, string name, params (string File, string Source)[] files)
    {
        const string Usings = "using System;\nusing System.Linq;\nusing System.Net;\nusing System.Net.Http;\nusing System.Net.Http.Json;\nusing System.Threading.Tasks;\nusing Semel;\n";
        var id = ProjectId.CreateNewId();
        solution = solution.AddProject(ProjectInfo.Create(id, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable), metadataReferences: AnalyzerTest.References));
        foreach (var (file, source) in files) solution = solution.AddDocument(DocumentId.CreateNewId(id), file, $"{Usings}\nnamespace {Path.GetFileNameWithoutExtension(file)}Space;\n\n{source}\n", filePath: $"/{name}/{file}");
        return id;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string rule, Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var tree = await document.GetSyntaxTreeAsync();
        var all = Fixes[rule].Analyzer is { } analyzer
            ? await compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync()
            : CSharpGeneratorDriver.Create(new IdempotentGenerator()).RunGenerators(compilation).GetRunResult().Diagnostics;
        return [.. all.Where(found => found.Id == rule && found.Location.GetLineSpan().Path == tree!.FilePath).Select(found => Diagnostic.Create(found.Descriptor, Location.Create(tree!, found.Location.SourceSpan))).OrderBy(found => found.Location.SourceSpan.Start)];
    }

    private static async Task AssertCompilesAsync(Project project)
    {
        CSharpGeneratorDriver.Create(new IdempotentGenerator()).RunGeneratorsAndUpdateCompilation((await project.GetCompilationAsync())!, out var compilation, out var reported);
        Assert.DoesNotContain(reported.Concat(compilation.GetDiagnostics()), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    private static string InMethod(string body) => $$"""
        public sealed record Thing(string Name);
        public interface IThingsClient { Task<Thing[]> ListAsync(); Task<Thing> GetAsync(); Task<Thing> CreateThingAsync(); }
        public interface IModel { Task<Ensured<Thing>> CreateAsync(); }
        public class A
        {
            public async Task RunAsync(HttpClient http, IThingsClient client, IModel model)
            {
                await Task.Yield();
        {{body}}
            }
        }
        """;

    private sealed class Provider(string rule) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await DiagnosticsAsync(rule, document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var all = new List<Diagnostic>();
            foreach (var document in project.Documents) all.AddRange(await DiagnosticsAsync(rule, document));
            return all;
        }
    }
}
