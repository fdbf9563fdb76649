using Semel.Analyzers.CodeFixes;
using Semel.Generator;

namespace Semel.Analyzers.Tests;

/// <summary>SEM1017 comes from the generator; its fix takes it away, and the generator then writes the create.</summary>
[Trait("Feature", "K11")]
public sealed class MakeCreatePartialTests
{
    private const string Usings = "using System.Threading;\nusing System.Threading.Tasks;\nusing Semel;\n\n";

    [Fact]
    public Task Create_BecomesPartial_AndWhatItDidItsCore() => AssertAsync(
        """
        public sealed class Buckets(SemelContext semel)
        {
            private int _made;

            /// <summary>Makes a bucket.</summary>
            [Idempotent(Key = "name")]
            public async Task<string> CreateAsync(string name, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                return name + ++_made;
            }
        }
        """,
        """
        public sealed partial class Buckets(SemelContext semel)
        {
            private int _made;

            /// <summary>Makes a bucket.</summary>
            [Idempotent(Key = "name")]
            public partial Task<string> CreateAsync(string name, CancellationToken cancellationToken = default);

            private async Task<string> CreateCoreAsync(string name, CreateAttempt attempt, CancellationToken cancellationToken)
            {
                await Task.Yield();
                return name + ++_made;
            }
        }
        """);

    [Fact]
    public Task EachTypeAroundACreate_BecomesPartial() => AssertAsync(
        """
        public static class Outer
        {
            // the inner one
            public class Buckets
            {
                [Idempotent(Key = "name")] static Task<string> Create(SemelContext semel, string name) => Task.FromResult(name);
            }
        }
        """,
        """
        public static partial class Outer
        {
            // the inner one
            public partial class Buckets
            {
                [Idempotent(Key = "name")] private static partial Task<string> Create(SemelContext semel, string name);

                private static Task<string> CreateCore(SemelContext semel, string name, CreateAttempt attempt) => Task.FromResult(name);
            }
        }
        """);

    [Fact]
    public async Task PartialCreate_InAClassThatIsNone_NeedsNoOtherChange()
    {
        const string Members = """
            {
                [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name);
                private Task<string> CreateCoreAsync(string name) => Task.FromResult(name);
            }
            """;
        await AssertAsync("public class Buckets(SemelContext semel)\n" + Members, "public partial class Buckets(SemelContext semel)\n" + Members);
    }

    [Theory]
    [InlineData("""public class B(SemelContext semel) { [Idempotent(Key = "name")] public Task<Ensured<string>> CreateAsync(string name) => null!; }""")]
    [InlineData("""public class B(SemelContext semel) { [Idempotent(Key = "name")] public string Create(string name) => name; }""")]
    [InlineData("""public class B(SemelContext semel) { [Idempotent(Key = "name")] public Task<string> CreateAsync(string name) => CreateCoreAsync(name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("""public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(ref string name); }""")]
    public async Task WherePartialAloneWouldNotDo_NothingIsOffered(string source) =>
        Assert.Equal("No fix is offered.", (await Assert.ThrowsAsync<InvalidOperationException>(() => FixAsync(source))).Message);

    private static async Task AssertAsync(string before, string after) => Assert.Equal(Usings + after, await FixAsync(before));

    private static Task<string> FixAsync(string source) => AnalyzerTest.FixGeneratorsAsync(new IdempotentGenerator(), new MakeCreatePartialCodeFix(), Usings + source);
}
