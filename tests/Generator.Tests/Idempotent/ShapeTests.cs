using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Semel.Generator.Tests.Idempotent;

/// <summary>Every shape of signature compiles without any warning at C# 12, with nullable on and off.</summary>
[Trait("Feature", "A6")]
public sealed class ShapeTests
{
    private const string Head = """
        #pragma warning disable CS1591, CS9113, CS8019
        using System; using System.Collections.Generic; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Semel; using Refit;
        namespace MyApp;
        public sealed record Bucket(string Id, string Name, List<string> Tags);
        public sealed record Numbered(long Id, string Name);
        public readonly record struct Small(int Id);
        public sealed class Envelope<T> { public T Data { get; set; } = default!; public bool Ok { get; set; } }
        public enum Region { North, South }
        public sealed class BucketCreate { public string Name { get; set; } = ""; public Region Region { get; set; } public int? Slot { get; set; } public Owner Owner { get; set; } = new(); public double Size { get; set; } }
        public sealed class Owner { public Guid Team { get; set; } }
        """;

    private static readonly Dictionary<string, string> Partials = new()
    {
        ["PrimaryParameters"] = """
            public sealed partial class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync))] public partial Task<Ensured<Bucket>> CreateAsync(string name, CancellationToken cancellationToken = default);
                private Task<Bucket> CreateCoreAsync(string name, CreateAttempt attempt, CancellationToken cancellationToken) => Task.FromResult(new Bucket(attempt.IdempotencyKey, name, [.. attempt.Tags]));
                public Task<Bucket?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult<Bucket?>(null);
            }
            """,
        ["InjectedRepository"] = """
            public sealed partial class Buckets(IDataRepository repository)
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync), Scope = "prod")] internal partial ValueTask<Ensured<Bucket>> CreateAsync(CancellationToken cancellationToken, string name);
                private ValueTask<Bucket> CreateCoreAsync(string name) => new(new Bucket("1", name, []));
                private ValueTask<Bucket?> GetAsync(string id) => default;
            }
            """,
        ["ContextInAProperty"] = """
            public partial class Buckets
            {
                public required SemelContext Semel { get; init; }
                [Idempotent(Key = "request.Region/request.Name", Id = "Id", Read = nameof(Get), Find = nameof(Find), Marker = "Tags", Delete = nameof(Delete), Update = nameof(Update), OnExists = OnExists.Update, Verify = Verify.Never, LookFirst = false, OnFailed = OnFailed.Replace, Ready = nameof(IsReady), Compare = "request.Size, request.Slot", Model = "Pails")]
                protected internal virtual partial Task<Bucket> Create(BucketCreate request, int times = 3, CancellationToken token = default);
                private Task<Bucket> CreateCore(BucketCreate request, CreateAttempt a) => Task.FromResult(new Bucket("1", request.Name, []));
                private Task<Bucket?> Get(string bucketId) => Task.FromResult<Bucket?>(null);
                private Task<List<Bucket>> Find(BucketCreate request, Marker marker, CancellationToken token) => Task.FromResult(new List<Bucket>());
                private Task Update(string id, BucketCreate body) => Task.CompletedTask;
                private Task Delete(string id, CancellationToken token = default) => Task.CompletedTask;
                private static bool IsReady(Bucket bucket) => bucket.Name.Length > 0;
            }
            """,
        ["Records"] = """
            public sealed partial record Buckets(SemelContext Semel)
            {
                [Idempotent(Key = "request.Owner.Team/request.Slot", Id = "Id", Read = nameof(GetAsync), List = nameof(ListAsync))] public partial Task<Ensured<Numbered>> CreateAsync(BucketCreate request);
                private async Task<Numbered> CreateCoreAsync(BucketCreate request, CreateAttempt attempt, CancellationToken token) { await Task.Yield(); return new(1, request.Name); }
                private Task<Numbered?> GetAsync(long id) => Task.FromResult<Numbered?>(null);
                private async IAsyncEnumerable<Numbered> ListAsync() { await Task.Yield(); yield break; }
            }
            """,
        ["Structs"] = """
            public readonly partial struct Buckets(SemelContext semel)
            {
                private readonly SemelContext _semel = semel;
                [Idempotent(Key = "name", Read = nameof(GetAsync))] public readonly partial Task<Ensured<Small>> CreateAsync(in string name);
                private Task<Small> CreateCoreAsync(string name) => Task.FromResult(new Small(1));
                private Task<Small?> GetAsync(int id) => Task.FromResult<Small?>(null);
            }
            """,
        ["Generics"] = """
            public interface IHasId { string Id { get; } }
            public partial class Store<T>(SemelContext semel) where T : class, IHasId, new()
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync))] public partial Task<Ensured<T>> CreateAsync(string name);
                private Task<T> CreateCoreAsync(string name) => Task.FromResult(new T());
                private Task<T?> GetAsync(string id) => Task.FromResult<T?>(null);
                [Idempotent(Key = "name", Read = nameof(GetOther), Core = nameof(MakeOther), Model = "Others")] public partial Task<TOther> CreateOther<TOther>(string name) where TOther : class, IHasId;
                private Task<TOther> MakeOther<TOther>(string name) where TOther : class, IHasId => throw new NotSupportedException();
                private Task<TOther?> GetOther<TOther>(string id) where TOther : class, IHasId => throw new NotSupportedException();
            }
            """,
        ["Nested"] = """
            public static partial class Api<T> { public partial record Group { internal sealed partial class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name")] public partial Task CreateAsync(string name);
                private Task<string> CreateCoreAsync(string name) => Task.FromResult("1");
            } } }
            """,
        ["StaticAbstractMembers"] = """
            public interface ICreates<TSelf> where TSelf : ICreates<TSelf> { static abstract Task<Ensured<Bucket>> CreateAsync(SemelContext semel, string name); static abstract string Kind { get; } }
            public sealed partial class Buckets : ICreates<Buckets>
            {
                public static string Kind => "bucket";
                [Idempotent(Key = "name", Read = nameof(GetAsync))] public static partial Task<Ensured<Bucket>> CreateAsync(SemelContext semel, string name);
                private static Task<Bucket> CreateCoreAsync(string name) => Task.FromResult(new Bucket("1", Kind, []));
                private static Task<Bucket?> GetAsync(string id) => Task.FromResult<Bucket?>(null);
            }
            """,
        ["Wrapped"] = """
            public sealed partial class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name", Id = "Data.Id", Marker = "Data.Tags", Read = nameof(GetAsync), List = nameof(ListAsync))] public partial ValueTask<Envelope<Bucket>> CreateAsync(string name);
                private Task<Envelope<Bucket>> CreateCoreAsync(string name, CreateAttempt attempt) => Task.FromResult(new Envelope<Bucket>());
                private Task<Envelope<Bucket>> GetAsync(string id) => Task.FromResult(new Envelope<Bucket>());
                private Task<Bucket[]> ListAsync() => Task.FromResult(Array.Empty<Bucket>());
            }
            """,
        ["IdAlone"] = """
            public sealed partial class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync), Find = nameof(FindIdAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt)] public partial Task<string> CreateAsync(string name);
                private Task<string> CreateCoreAsync(string name) => Task.FromResult("1");
                private Task<Bucket?> GetAsync(string id) => Task.FromResult<Bucket?>(null);
                private Task<string?> FindIdAsync(string name) => Task.FromResult<string?>(null);
                [Idempotent(Key = "name", Model = "Others", Core = nameof(MakeAsync))] public partial ValueTask EnsureAsync(string name);
                private Task<Bucket> MakeAsync(string name) => Task.FromResult(new Bucket("1", name, []));
            }
            """,
        ["NaturalPut"] = """
            public sealed partial class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name", Guarantee = Guarantee.Natural)] public partial Task PutAsync(string name);
                private Task PutCoreAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;
            }
            """,
        ["Messages"] = """
            public sealed partial class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name", Id = "bucket.id", Read = nameof(GetAsync), IdempotencyKey = "Idempotency-Key", KeyWindowHours = double.PositiveInfinity)] public partial Task<HttpResponseMessage> CreateAsync(string name, params string[] more);
                private Task<HttpResponseMessage> CreateCoreAsync(string name, string[] more) => Task.FromResult(new HttpResponseMessage());
                private Task<HttpResponseMessage> GetAsync(string id) => Task.FromResult(new HttpResponseMessage());
            }
            """,
        ["RecordStructs"] = """
            public readonly partial record struct Buckets(SemelContext Semel)
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync))] public readonly partial ValueTask<Bucket> CreateAsync(string name, int copies = 1);
                private Task<Bucket> CreateCoreAsync(string name, int copies) => Task.FromResult(new Bucket(copies.ToString(), name, []));
                private Task<Bucket?> GetAsync(string id) => Task.FromResult<Bucket?>(null);
            }
            """,
        ["Extensions"] = """
            public static partial class BucketExtensions
            {
                [Idempotent(Key = "name")] public static partial Task<string> EnsureBucketAsync(this SemelContext semel, string name, [System.Runtime.CompilerServices.CallerMemberName] string caller = "");
                private static Task<string> EnsureBucketCoreAsync(string name) => Task.FromResult(name);
            }
            """,
        ["Inherited"] = """
            public abstract class Base
            {
                protected SemelContext Semel { get; init; } = null!;
                private protected abstract Task<Ensured<Bucket>> CreateAsync(string name);
                public virtual Task<Bucket?> GetAsync(string id) => Task.FromResult<Bucket?>(null);
            }
            public sealed partial class Buckets : Base
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync))] private protected override partial Task<Ensured<Bucket>> CreateAsync(string name);
                private static Task<Bucket> CreateCoreAsync(string name) => Task.FromResult(new Bucket("1", name, []));
            }
            """,
        ["Overloads"] = """
            public sealed partial class Buckets(SemelContext semel)
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync))] public partial Task<Bucket> CreateAsync(string name);
                [Idempotent(Key = "request.Name", Read = nameof(GetAsync), Model = "Sized")] public partial Task<Bucket> CreateAsync(BucketCreate request);
                private Task<Bucket> CreateCoreAsync(string name) => Task.FromResult(new Bucket("1", name, []));
                private Task<Bucket> CreateCoreAsync(BucketCreate request) => Task.FromResult(new Bucket("2", request.Name, []));
                private Task<Bucket?> GetAsync(string id) => Task.FromResult<Bucket?>(null);
            }
            public sealed partial class Buckets { private void Elsewhere() { } }
            """,
        ["AwkwardNames"] = """
            public sealed partial class @class(SemelContext @event)
            {
                [Idempotent(Key = "id/attempt", Read = nameof(GetAsync))] public partial Task<Ensured<Bucket>> CreateAsync(string id, string attempt, string token, string value, CancellationToken @default);
                private Task<Bucket> CreateCoreAsync(string id, string attempt, CreateAttempt it, CancellationToken @default) => Task.FromResult(new Bucket("1", id, []));
                private Task<Bucket?> GetAsync(string @long) => Task.FromResult<Bucket?>(null);
            }
            """,
    };

    private static readonly Dictionary<string, string> Interfaces = new()
    {
        ["Refit"] = """
            public interface IBucketsApi
            {
                [Post("/buckets"), Idempotent(Key = "request.Name")] Task<Bucket> CreateAsync([Body] BucketCreate request, CancellationToken cancellationToken = default);
                [Get("/buckets/{id}")] Task<Bucket> GetAsync(string id, CancellationToken cancellationToken = default);
                [Get("/buckets?per_page=100")] Task<List<Bucket>> ListAsync();
                [Patch("/buckets/{id}")] Task<Bucket> UpdateAsync(string id, [Body] BucketCreate request);
                [Delete("/buckets/{id}")] Task DeleteAsync(string id);
            }
            """,
        ["ApiResponses"] = """
            public interface IBucketsApi
            {
                [Post("/buckets"), Idempotent(Key = "request.Name", Find = nameof(FindAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Replace)] Task<ApiResponse<Bucket>> CreateAsync([Body] BucketCreate request, [Header("Idempotency-Key")] string? key = null);
                [Get("/buckets/{id}")] Task<ApiResponse<Bucket>> GetAsync(string id);
                [Get("/buckets")] Task<IApiResponse<List<Bucket>>> FindAsync(BucketCreate request);
                [Delete("/buckets/{id}")] Task<IApiResponse> DeleteAsync(string id);
                [Post("/plain"), Idempotent(Key = "name", Model = "Plain", Read = nameof(ReadPlainAsync))] Task<IApiResponse> PostPlainAsync(string name);
                Task<IApiResponse> ReadPlainAsync(string id);
                [Post("/texts"), Idempotent(Key = "name", Model = "Texts", Id = "text.id", IdempotencyKey = "X-Key")] Task<string> PostTextAsync(string name, [HeaderCollection] IDictionary<string, string>? headers);
                [Get("/texts/{id}")] Task<string> ReadTextAsync(string id);
                [Post("/messages"), Idempotent(Key = "name", Model = "Messages")] Task<HttpResponseMessage> PostMessageAsync(string name);
                [Get("/messages/{id}")] Task<HttpResponseMessage> ReadMessageAsync(string id);
                [Put("/named/{name}"), Idempotent(Key = "name", Model = "Named")] Task PutAsync(string name);
            }
            """,
        ["EveryMember"] = """
            public interface IBase { string Inherited { get; } Task<Bucket> GetAsync(string id); void Same(); }
            public interface IOther { void Same(); }
            public interface IBucketsApi : IBase, IOther
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync), Marker = "Tags", Prepare = nameof(Marked), List = nameof(ListAsync), Ready = nameof(IsReady))] ValueTask<Bucket> CreateAsync(string name, BucketCreate? request, CancellationToken cancellationToken = default);
                IAsyncEnumerable<Bucket> ListAsync(CancellationToken cancellationToken = default);
                static BucketCreate? Marked(BucketCreate? request, CreateAttempt attempt) => request;
                static Readiness IsReady(Bucket bucket) => Readiness.Ready;
                int Count { get; set; }
                int Sealed { get; init; }
                string? this[int index, string key] { get; set; }
                ref int Reference(ref int value);
                ref readonly int ReadOnly(in int value, ref readonly long other);
                ref int Property { get; }
                event EventHandler? Changed;
                T? Pick<T>(T? value);
                T? PickClass<T>(T? value) where T : class;
                T? PickStruct<T>(T? value) where T : struct;
                T? PickNotNull<T>(T? value) where T : notnull;
                bool TryGet(string name, out Bucket? bucket, params string[] rest);
                Span<int> Slice(scoped Span<int> values);
                int Default() => 1;
                [Obsolete] void Old();
                (int Left, string? Right) Tuple(dynamic value, nint number);
                sealed int Fixed() => 2;
                private int Hidden() => 3;
                static int Shared() => 4;
                new void Same();
                void IOther.Same() { }
            }
            """,
        ["Generic"] = """
            public interface IStore<T> where T : class
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync), Id = "Name")] Task<Envelope<T>.Item> CreateAsync(string name);
                Task<Envelope<T>.Item?> GetAsync(string id);
            }
            """.Replace("Envelope<T>.Item", "Numbered", StringComparison.Ordinal),
        ["NestedInterface"] = """
            public static class Outer { internal interface IBucketsApi
            {
                [Idempotent(Key = "name", Read = nameof(GetAsync))] Task<Bucket> CreateAsync(string name);
                Task<Bucket?> GetAsync(string id);
            } }
            """,
    };

    public static TheoryData<string, bool> All
    {
        get
        {
            var all = new TheoryData<string, bool>();
            foreach (var name in Partials.Keys.Concat(Interfaces.Keys))
            {
                all.Add(name, true);
                all.Add(name, false);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Signature_Compiles_AndNothingWarns(string shape, bool nullable)
    {
        var run = new IdempotentRun(Project(shape, nullable));
        Assert.True(run.Problems.Count == 0, string.Join("\n", run.Problems));
        Assert.Single(run.Files);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void EveryShape_CompilesInLaterLanguageVersionsToo(LanguageVersion version)
    {
        foreach (var project in Projects)
        {
            var parsing = ((CSharpParseOptions)project.SyntaxTrees[0].Options).WithLanguageVersion(version);
            var run = new IdempotentRun(project.RemoveAllSyntaxTrees().AddSyntaxTrees(project.SyntaxTrees.Select(tree => CSharpSyntaxTree.ParseText(tree.GetText(TestContext.Current.CancellationToken), parsing, tree.FilePath))));
            Assert.True(run.Problems.Count == 0, string.Join("\n", run.Problems));
        }
    }

    [Fact]
    public void DocumentationOfThePartialMethod_IsKept()
    {
        var source = Head + Partials["PrimaryParameters"].Replace("[Idempotent(", "/// <summary>Makes a bucket.</summary>\n/// <param name=\"name\">Its name.</param>\n/// <param name=\"cancellationToken\">Cancels.</param>\n[Idempotent(", StringComparison.Ordinal);
        var run = new IdempotentRun(source, RefitStandIns.Source);
        var method = run.Output.GetTypeByMetadataName("MyApp.Buckets")!.GetMembers("CreateAsync").OfType<IMethodSymbol>().Single();
        Assert.Contains("Makes a bucket.", method.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>Every shape with nullable on.</summary>
    public static IEnumerable<CSharpCompilation> Projects => Partials.Keys.Concat(Interfaces.Keys).Select(shape => Project(shape, nullable: true));

    [Fact]
    public void ClassInNoNamespace_Compiles()
    {
        var run = new IdempotentRun("#pragma warning disable CS1591\nusing System.Threading.Tasks; using Semel; public sealed partial class Buckets(SemelContext semel) { [Idempotent(Key = \"name\")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => Task.FromResult(name); }");
        Assert.True(run.Problems.Count == 0, string.Join("\n", run.Problems));
    }

    private static CSharpCompilation Project(string shape, bool nullable)
    {
        var source = Head + (Partials.TryGetValue(shape, out var partial) ? partial : Interfaces[shape]);
        if (nullable) return TestProject.Compilation(source, RefitStandIns.Source);
        // an annotation needs the context that is off here; the types are oblivious then
        var oblivious = source.Replace("?>(null)", ">(null)", StringComparison.Ordinal).Replace("= default!;", "= default;", StringComparison.Ordinal);
        foreach (var type in new[] { "Bucket", "string", "BucketCreate", "Numbered", "EventHandler", "TOther", "IDictionary<string, string>" })
            oblivious = oblivious.Replace(type + "?", type, StringComparison.Ordinal);
        oblivious = oblivious.Replace("Task<T?>", "Task<T>", StringComparison.Ordinal).Replace("Task.FromResult<Small>(null)", "Task.FromResult<Small?>(null)", StringComparison.Ordinal);
        if (shape == "EveryMember") oblivious = string.Join("\n", oblivious.Split('\n').Where(line => !line.Contains("Pick<", StringComparison.Ordinal) && !line.Contains("PickClass", StringComparison.Ordinal) && !line.Contains("PickNotNull", StringComparison.Ordinal)));
        var compilation = TestProject.Compilation(oblivious, "#nullable enable\n" + RefitStandIns.Source);
        return compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable));
    }
}
