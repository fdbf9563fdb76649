using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Semel.Analyzers.CodeFixes;
using Semel.Analyzers.Idempotency;
using Semel.Analyzers.Runtime;
using Semel.Generator;

namespace Semel.Analyzers.Tests;

/// <summary>Each fix takes its warning away, and what it leaves compiles.</summary>
public sealed class FixTests
{
    [Theory]
    [Trait("Feature", "K8")]
    [InlineData("await http.PostAsync(\"/a\", null);", "await http.PostAsync(\"/a\", new ByteArrayContent([]));")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"/a\"));", "await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"/a\") { Content = new ByteArrayContent([]) });")]
    public async Task NullContent_BecomesAnEmptyOne(string before, string after) =>
        Assert.Equal(InMethod(after), await AnalyzerTest.FixAsync(new NullContentAnalyzer(), new EmptyContentCodeFix(), InMethod(before)));

    [Fact]
    [Trait("Feature", "K8")]
    public async Task NullContents_AreFixedAtOnce() => Assert.Equal(
        InMethod("await http.PostAsync(\"/a\", new ByteArrayContent([])); await http.PostAsync(\"/b\", new ByteArrayContent([]));"),
        await AnalyzerTest.FixAllAsync(new NullContentAnalyzer(), new EmptyContentCodeFix(), InMethod("await http.PostAsync(\"/a\", null); await http.PostAsync(\"/b\", null);")));

    [Theory]
    [Trait("Feature", "K6")]
    [InlineData("var a = (await client.ListAsync()).First(x => x.Name == \"a\");", "var a = (await client.ListAsync()).Single(x => x.Name == \"a\");")]
    [InlineData("var a = (await client.ListAsync()).FirstOrDefault(x => x.Name == \"a\");", "var a = (await client.ListAsync()).SingleOrDefault(x => x.Name == \"a\");")]
    public async Task FirstMatch_BecomesTheSingleOne(string before, string after) =>
        Assert.Equal(InMethod(after), await AnalyzerTest.FixAsync(new FirstOfLookAnalyzer(), new SingleMatchCodeFix(), InMethod(before)));

    [Theory]
    [Trait("Feature", "K5")]
    [InlineData("try { await client.GetAsync(); } catch (Exception) { await client.CreateThingAsync(); }", "try { await client.GetAsync(); } catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { await client.CreateThingAsync(); }")]
    [InlineData("try { await client.GetAsync(); } catch { await client.CreateThingAsync(); }", "try { await client.GetAsync(); } catch (HttpRequestException e) when (e.StatusCode == System.Net.HttpStatusCode.NotFound) { await client.CreateThingAsync(); }")]
    [InlineData("try { await client.GetAsync(); } catch (HttpRequestException error) when (error.Message.Contains(\"404\")) { await client.CreateThingAsync(); }", "try { await client.GetAsync(); } catch (HttpRequestException error) when (error.StatusCode == System.Net.HttpStatusCode.NotFound) { await client.CreateThingAsync(); }")]
    [InlineData("var reply = await http.GetAsync(\"/a\"); if (!reply.IsSuccessStatusCode) { await client.CreateThingAsync(); }", "var reply = await http.GetAsync(\"/a\"); if (reply.StatusCode == System.Net.HttpStatusCode.NotFound) { await client.CreateThingAsync(); }")]
    public async Task Catch_IsNarrowedToNotFound(string before, string after) =>
        Assert.Equal(InMethod(after), await AnalyzerTest.FixAsync(new CatchAllBeforeCreateAnalyzer(), new NarrowCatchCodeFix(), InMethod(before)));

    [Fact]
    [Trait("Feature", "K9")]
    public async Task OptOut_IsGivenAReason() => Assert.Equal(
        "[Semel.NonIdempotent(\"A second one does no harm.\")] public class A;",
        await AnalyzerTest.FixAsync(new OptOutReasonAnalyzer(), new GiveReasonCodeFix(), "[Semel.NonIdempotent(\"\")] public class A;"));

    [Theory]
    [Trait("Feature", "K7")]
    [InlineData("string name", "name")]
    [InlineData("string region, string name", "$\"{region}/{name}\"")]
    [InlineData("Thing request, System.Threading.CancellationToken token", "$\"{request.Name}\"")]
    [InlineData("int parent, Thing request, string password", "$\"{parent}/{request.Name}\"")]
    public async Task RandomKey_BecomesOneOfTheParameters(string parameters, string key) => Assert.Equal(
        WithKey(parameters, key), await AnalyzerTest.FixAsync(new RandomKeyAnalyzer(), new StableKeyCodeFix(), WithKey(parameters, "System.Guid.NewGuid().ToString()")));

    [Fact]
    [Trait("Feature", "K11")]
    public async Task Key_IsCompleted() => Assert.Equal(
        "public interface IA { [Semel.Idempotent(Key = \"project/region/name\")] System.Threading.Tasks.Task<string> CreateAsync(string project, string region, string name); }",
        await AnalyzerTest.FixAsync(new IncompleteKeyAnalyzer(), new CompleteKeyCodeFix(), "public interface IA { [Semel.Idempotent(Key = \"name\")] System.Threading.Tasks.Task<string> CreateAsync(string project, string region, string name); }"));

    [Theory]
    [InlineData("_ = model.CreateAsync();", "await model.CreateAsync();")]
    [InlineData("if (model is not null) _ = model.CreateAsync();", "if (model is not null) await model.CreateAsync();")]
    public async Task Create_IsAwaited(string before, string after) =>
        Assert.Equal(InMethod(after), await AnalyzerTest.FixAsync(new UnawaitedCreateAnalyzer(), new AwaitCreateCodeFix(), InMethod(before)));

    [Fact]
    [Trait("Feature", "K1")]
    public async Task Create_BecomesIdempotent_AndTheGeneratorCompletesIt()
    {
        const string Before = """
            using System.Net.Http;
            using System.Net.Http.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using Semel;

            public sealed record Bucket(string Id, string Name);

            public sealed class Buckets(HttpClient http)
            {
                /// <summary>Makes a bucket.</summary>
                public async Task<Bucket> CreateAsync(string name, CancellationToken cancellationToken = default)
                {
                    var reply = await http.PostAsJsonAsync("/buckets", new { name }, cancellationToken);
                    return (await reply.Content.ReadFromJsonAsync<Bucket>(cancellationToken))!;
                }

                public async Task<Bucket?> GetAsync(string id, CancellationToken cancellationToken) => await http.GetFromJsonAsync<Bucket>("/buckets/" + id, cancellationToken);
            }
            """;
        const string After = """
            using System.Net.Http;
            using System.Net.Http.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using Semel;

            public sealed record Bucket(string Id, string Name);

            public sealed partial class Buckets(HttpClient http, SemelContext semel)
            {
                /// <summary>Makes a bucket.</summary>
                [Idempotent(Key = "name", Read = nameof(GetAsync))]
                public partial Task<Ensured<Bucket>> CreateAsync(string name, CancellationToken cancellationToken = default);

                private async Task<Bucket> CreateCoreAsync(string name, CreateAttempt attempt, CancellationToken cancellationToken)
                {
                    var reply = await http.PostAsJsonAsync("/buckets", new { name }, cancellationToken);
                    return (await reply.Content.ReadFromJsonAsync<Bucket>(cancellationToken))!;
                }

                public async Task<Bucket?> GetAsync(string id, CancellationToken cancellationToken) => await http.GetFromJsonAsync<Bucket>("/buckets/" + id, cancellationToken);
            }
            """;
        Assert.Equal(After, await AnalyzerTest.FixAsync(new UnhandledCreateAnalyzer(), new AddIdempotentCodeFix(), Before, new IdempotentGenerator()));
    }

    [Fact]
    [Trait("Feature", "K1")]
    public async Task CreateThatNothingReadsAgain_IsOfferedNoFix() => await Assert.ThrowsAsync<InvalidOperationException>(() => AnalyzerTest.FixAsync(
        new UnhandledCreateAnalyzer(), new AddIdempotentCodeFix(), "using System.Net.Http; using System.Net.Http.Json; using System.Threading.Tasks; public sealed class Things(HttpClient http) { public Task<HttpResponseMessage> CreateAsync(string name) => http.PostAsJsonAsync(\"/things\", name); }"));

    private static string WithKey(string parameters, string value) =>
        $$"""public sealed class Thing { public string Name = "", Region = ""; public string Title => Name; } public class A { public void Send({{parameters}}) => new System.Net.Http.HttpRequestMessage().Headers.Add("Idempotency-Key", {{value}}); }""".Replace("public string Name = \"\", Region = \"\"; public string Title => Name;", "public string Name { get; set; } = \"\";", StringComparison.Ordinal);

    private static string InMethod(string body) => $$"""
        using System;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;

        public sealed record Thing(string Name);
        public interface IThingsClient { Task<Thing[]> ListAsync(); Task<Thing> GetAsync(); Task<Thing> CreateThingAsync(); }
        public interface IModel { Task<Semel.Ensured<Thing>> CreateAsync(); }
        public class A
        {
            public async Task RunAsync(HttpClient http, IThingsClient client, IModel model) { await Task.Yield(); {{body}} }
        }
        """;
}
