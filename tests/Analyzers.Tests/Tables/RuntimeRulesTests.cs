using Microsoft.CodeAnalysis.Diagnostics;
using Semel.Analyzers.Idempotency;
using Semel.Analyzers.Runtime;

namespace Semel.Analyzers.Tests.Tables;

/// <summary>The rules about calls of creates that Semel made idempotent, with models as the generator writes them.</summary>
public sealed class RuntimeRulesTests
{
    [Theory]
    [Trait("Feature", "K10")]
    [InlineData("try { await m.CreateAsync(r); } [|SEM4001:catch|] (IndeterminateException) { } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } [|SEM4001:catch|] (AmbiguousMatchException e) { Console.WriteLine(e.Message); } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } [|SEM4001:catch|] (SemelException) { return 0; } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } [|SEM4001:catch|] (Exception) { } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } [|SEM4001:catch|] { } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } [|SEM4001:catch|] (ResourceException e) { Console.Error.WriteLine(e); } return 0;")]
    [InlineData("foreach (var x in new[] { r }) { try { await m.CreateAsync(x); } [|SEM4001:catch|] (Exception) { continue; } } return 0;")]
    [InlineData("try { var a = await m.CreateAsync(r); Console.WriteLine(a.Id); } [|SEM4001:catch|] (Exception e) { Console.WriteLine(e); } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } catch (InvalidOperationException) { } [|SEM4001:catch|] (IndeterminateException) { } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } [|SEM4001:catch|] (IndeterminateException e) when (e.Candidates.Count == 0) { } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } catch (IndeterminateException) { throw; } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } catch (IndeterminateException e) { Console.Error.WriteLine(e.Message); return 3; } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } catch (Exception e) { throw new InvalidOperationException(\"a\", e); } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } catch (IndeterminateException e) { Environment.ExitCode = 3; } return 0;")]
    [InlineData("var failed = new List<Exception>(); try { await m.CreateAsync(r); } catch (Exception e) { failed.Add(e); } return failed.Count;")]
    [InlineData("try { await m.CreateAsync(r); } catch (ConflictException) { } return 0;")]
    [InlineData("try { await m.ListAsync(); } catch (Exception) { } return 0;")]
    [InlineData("try { await m.CreateAsync(r); } catch (Exception e) when (e is not IndeterminateException) { } return 0;")]
    [InlineData("var n = 0; try { await m.CreateAsync(r); } catch (Exception) { n++; } return n;")]
    [InlineData("try { await m.CreateAsync(r); } finally { Console.WriteLine(); } return 0;")]
    public Task SwallowedDoubt(string body) => AssertAsync(new SwallowedDoubtAnalyzer(), body);

    [Theory]
    [InlineData("var a = await m.CreateAsync(r); try { } finally { await m.[|SEM4002:DeleteAsync|](a.Id); } return 0;")]
    [InlineData("var a = await m.CreateAsync(\"x\", r); await m.[|SEM4002:DeleteAsync|](a.Id); return 0;")]
    [InlineData("var a = await m.CreateAsync(r).ConfigureAwait(false); await m.[|SEM4002:DeleteAsync|](a.Value.Id); return 0;")]
    [InlineData("var a = await m.CreateAsync(r); if (a.Outcome is Outcome.Created) await m.DeleteAsync(a.Id); return 0;")]
    [InlineData("var a = await m.CreateAsync(r); Console.WriteLine(a.Id); return 0;")]
    [InlineData("var a = await plain.CreateAsync(r); await plain.DeleteAsync(a.Id); return 0;")]
    [InlineData("await m.DeleteAsync(\"a\"); return 0;")]
    public Task IgnoredOutcome(string body) => AssertAsync(new IgnoredOutcomeAnalyzer(), body);

    [Theory]
    [InlineData("var semel = new SemelContext([|SEM4003:new MemoryDataRepository()|], \"a\"); await m.CreateAsync(r); return 0;")]
    [InlineData("var repository = [|SEM4003:new FileDataRepository(\"a\")|]; await m.CreateAsync(r); return 0;")]
    [InlineData("while (true) { var one = [|SEM4003:new FileDataRepository(\"a\")|]; await m.CreateAsync(r); }")]
    [InlineData("var repository = new FileDataRepository(\"a\"); return 0;")]
    [InlineData("_kept = new FileDataRepository(\"a\"); await m.CreateAsync(r); return 0;")]
    [InlineData("_kept ??= new FileDataRepository(\"a\"); await m.CreateAsync(r); return 0;")]
    [InlineData("await m.CreateAsync(r); return 0;")]
    public Task RepositoryPerCall(string body) => AssertAsync(new RepositoryPerCallAnalyzer(), body);

    [Theory]
    [InlineData("m.[|SEM4004:CreateAsync|](r); await Task.Yield(); return 0;")]
    [InlineData("_ = m.[|SEM4004:CreateAsync|](r); return 0;")]
    [InlineData("var task = m.[|SEM4004:CreateAsync|](r); return 0;")]
    [InlineData("m?.[|SEM4004:CreateAsync|](r); return 0;")]
    [InlineData("await m.CreateAsync(r); return 0;")]
    [InlineData("var task = m.CreateAsync(r); await task; return 0;")]
    [InlineData("await Task.WhenAll(m.CreateAsync(r), m.CreateAsync(\"b\", r)); return 0;")]
    [InlineData("var a = m.CreateAsync(r).Result; return 0;")]
    [InlineData("_ = m.ListAsync(); return 0;")]
    public Task UnawaitedCreate(string body) => AssertAsync(new UnawaitedCreateAnalyzer(), body);

    [Theory]
    [InlineData("await once.[|SEM3012:CreateAsync|](r); return 0;")]
    [InlineData("await once.[|SEM3012:CreateAsync|](\"a\", r); return 0;")]
    [InlineData("await Task.WhenAll(once.[|SEM3012:CreateAsync|](r)); return 0;")]
    [InlineData("await accepted.CreateAsync(r); return 0;")]
    [InlineData("await m.CreateAsync(r); return 0;")]
    [InlineData("await once.ListAsync(); return 0;")]
    public Task AtMostOnceUse(string body) => AssertAsync(new AtMostOnceUseAnalyzer(), body);

    [Theory]
    [Trait("Feature", "K11")]
    [InlineData("await m.CreateAsync(\"a\", r); await m.CreateAsync([|SEM3015:\"a\"|], new(\"b\")); return 0;")]
    [InlineData("await Task.WhenAll(m.CreateAsync(\"a\", r), m.CreateAsync([|SEM3015:\"a\"|], r2)); return 0;")]
    [InlineData("const string Name = \"a\"; await m.CreateAsync(Name, r); await m.CreateAsync([|SEM3015:Name|], r2); return 0;")]
    [InlineData("await m.CreateAsync(\"a\", r); await m.CreateAsync(\"b\", r2); return 0;")]
    [InlineData("await m.CreateAsync(\"a\", r); await m.CreateAsync(\"a\", r); return 0;")]
    [InlineData("await m.CreateAsync(\"a\", r); await plain.CreateAsync(\"a\", r2); return 0;")]
    [InlineData("if (r2 is null) await m.CreateAsync(\"a\", r); else await m.CreateAsync(\"a\", r2); return 0;")]
    public Task SameKeyTwice(string body) => AssertAsync(new SameKeyTwiceAnalyzer(), body);

    [Theory]
    [Trait("Feature", "K7")]
    [InlineData("await m.CreateAsync([|SEM3009:Guid.NewGuid().ToString()|], r); return 0;")]
    [InlineData("await m.CreateAsync([|SEM3009:$\"web-{DateTime.Now:s}\"|], r); return 0;")]
    [InlineData("await m.CreateAsync(\"web\", r); return 0;")]
    public Task RandomInstance(string body) => AssertAsync(new RandomKeyAnalyzer(), body);

    [Theory]
    [Trait("Feature", "K11")]
    [InlineData("Job", "await m.CreateAsync(\"a\", r); await m.CreateAsync([|SEM3015:\"a\"|], r2); return 0;")]
    [InlineData("JobTests", "await m.CreateAsync(\"a\", r); await m.CreateAsync(\"a\", r2); return 0;")]
    public Task SameKeyTwice_InATest_IsItsSubject(string type, string body) => AssertAsync(new SameKeyTwiceAnalyzer(), body, type);

    [Theory]
    [Trait("Feature", "K9")]
    [InlineData("Job", "await once.[|SEM3012:CreateAsync|](r); return 0;")]
    [InlineData("JobTests", "await once.CreateAsync(r); return 0;")]
    public Task AtMostOnce_InATest_IsItsSubject(string type, string body) => AssertAsync(new AtMostOnceUseAnalyzer(), body, type);

    private static Task AssertAsync(DiagnosticAnalyzer analyzer, string body, string type = "Job") => Markup.AssertAsync(analyzer, $$"""
        #pragma warning disable CS4014, CS8604, CS0649
        using Semel;
        public sealed record Thing(string Id);
        public sealed record Request(string Name);
        public abstract class Model
        {
        }

        [ExtensionModel("a.yaml", "/a", OnExists = OnExists.Adopt), InferredResource("POST /a", Guarantee.Marker)] public sealed partial class Adopting { {{Members}} }
        [ExtensionModel("a.yaml", "/a"), InferredResource("POST /a", Guarantee.Replay)] public sealed partial class Plain { {{Members}} }
        [ExtensionModel("a.yaml", "/a"), InferredResource("POST /a", Guarantee.AtMostOnce)] public sealed partial class Once { {{Members}} }
        [ExtensionModel("a.yaml", "/a", Guarantee = Guarantee.AtMostOnce), InferredResource("POST /a", Guarantee.AtMostOnce)] public sealed partial class Accepted { {{Members}} }
        public sealed class {{type}}(Adopting m, Plain plain, Once once, Accepted accepted)
        {
            private IDataRepository? _kept;
            public async Task<int> RunAsync(Request r, Request r2) { {{body}} }
        }
        """);

    private const string Members = """
        public Task<Ensured<Thing>> CreateAsync(Request request, CancellationToken cancellationToken = default) => null!;
        public Task<Ensured<Thing>> CreateAsync(string instance, Request request, CancellationToken cancellationToken = default) => null!;
        public Task DeleteAsync(string id) => null!;
        public Task<Thing[]> ListAsync() => null!;
        """;
}
