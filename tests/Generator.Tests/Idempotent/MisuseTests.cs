namespace Semel.Generator.Tests.Idempotent;

/// <summary>Each misuse has one diagnostic that names the fix, at the attribute; what can't be written is a stub, so that no other error drowns it.</summary>
[Trait("Feature", "K11")]
public sealed class MisuseTests
{
    private const string Head = """
        #pragma warning disable
        using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using Semel; using Refit;
        namespace MyApp;
        public sealed record Bucket(string Id, List<string> Tags);
        public sealed class Nameless { }
        """;

    [Theory]
    // SEM1017: the shape
    [InlineData("SEM1017", "make it partial", """public class B(SemelContext semel) { [Idempotent(Key = "name")] public Task<string> CreateAsync(string name) => Task.FromResult("1"); }""")]
    [InlineData("SEM1017", "'B' is not partial", """public class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name); }""")]
    [InlineData("SEM1017", "has a body", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name); public partial Task<string> CreateAsync(string name) => Task.FromResult("1"); }""")]
    [InlineData("SEM1017", "must return a Task", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial string Create(string name); }""")]
    [InlineData("SEM1017", "take it by value", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(ref string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1017", "take it by value", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name, ReadOnlySpan<byte> body); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1017", "'Missing' is no type", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<Missing> CreateAsync(string name); }""")]
    [InlineData("SEM1017", "are properties of that attribute", """[ExtensionModel("a.yaml", "/a")] public sealed partial class B { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name); }""")]
    [InlineData("SEM1017", "SemelContext.Observe", """public interface IB { [Idempotent(Key = "name")] Task<Ensured<Bucket>> CreateAsync(string name); Task<Bucket> GetAsync(string id); }""")]
    // SEM1018: the key
    [InlineData("SEM1018", "nothing is keyed by a default", """public partial class B(SemelContext semel) { [Idempotent] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1018", "begins with no parameter", """public partial class B(SemelContext semel) { [Idempotent(Key = "nam")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1018", "has no member 'Title'", """public partial class B(SemelContext semel) { [Idempotent(Key = "bucket.Title")] public partial Task<string> CreateAsync(Bucket bucket); private Task<string> CreateCoreAsync(Bucket bucket) => null!; }""")]
    [InlineData("SEM1018", "a text, a whole number", """public partial class B(SemelContext semel) { [Idempotent(Key = "size")] public partial Task<string> CreateAsync(double size); private Task<string> CreateCoreAsync(double size) => null!; }""")]
    [InlineData("SEM1018", "leaves out 'team'", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Read = "GetAsync")] public partial Task<Bucket> CreateAsync(string team, string name); private Task<Bucket> CreateCoreAsync(string name) => null!; private Task<Bucket> GetAsync(string team, string id) => null!; }""")]
    [InlineData("SEM1018", "leaves out 'team'", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Delete = "DeleteAsync")] public partial Task<string> CreateAsync(string team, string name); private Task<string> CreateCoreAsync(string name) => null!; private Task DeleteAsync(string team, string id) => null!; }""")]
    // SEM1019: the core
    [InlineData("SEM1019", "private Task<Bucket> CreateCoreAsync(string name, CreateAttempt attempt, CancellationToken cancellationToken)", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<Ensured<Bucket>> CreateAsync(string name); }""")]
    [InlineData("SEM1019", "takes 'size'", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name, int size) => null!; }""")]
    [InlineData("SEM1019", "is wanted of it", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<Bucket> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1019", "is not static", """public partial class B { [Idempotent(Key = "name")] public static partial Task<string> CreateAsync(SemelContext semel, string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    // SEM1020: the id
    [InlineData("SEM1020", "say where it is with Id", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Read = "GetAsync")] public partial Task<Nameless> CreateAsync(string name); private Task<Nameless> CreateCoreAsync(string name) => null!; private Task<Nameless> GetAsync(string id) => null!; }""")]
    [InlineData("SEM1020", "Guarantee.Natural", """public interface IB { [Idempotent(Key = "name")] Task CreateAsync(string name); }""")]
    // SEM1021: partners
    [InlineData("SEM1021", "has no method 'GetAsync'", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Read = "GetAsync")] public partial Task<Bucket> CreateAsync(string name); private Task<Bucket> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1021", "both must return the same", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Read = "GetAsync")] public partial Task<Bucket> CreateAsync(string name); private Task<Bucket> CreateCoreAsync(string name) => null!; private Task<Nameless> GetAsync(string id) => null!; }""")]
    [InlineData("SEM1021", "must return what it finds", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Find = "FindAsync")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; private Task FindAsync(string name) => null!; }""")]
    [InlineData("SEM1021", "no Marker tells", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Find = "FindAsync")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; private Task<List<Bucket>> FindAsync() => null!; }""")]
    [InlineData("SEM1021", "not given all of the key", """public partial class B(SemelContext semel) { [Idempotent(Key = "team/name", Find = "FindAsync")] public partial Task<string> CreateAsync(string team, string name); private Task<string> CreateCoreAsync(string name) => null!; private Task<List<Bucket>> FindAsync(string team) => null!; }""")]
    [InlineData("SEM1021", "which has no id", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Find = "FindAsync")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; private Task<Nameless?> FindAsync(string name) => null!; }""")]
    [InlineData("SEM1021", "no such member", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Read = "GetAsync", Marker = "Labels")] public partial Task<Bucket> CreateAsync(string name); private Task<Bucket> CreateCoreAsync(string name) => null!; private Task<Bucket> GetAsync(string id) => null!; }""")]
    [InlineData("SEM1021", "returns a bool or a Readiness", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Read = "GetAsync", Ready = "IsReady")] public partial Task<Bucket> CreateAsync(string name); private Task<Bucket> CreateCoreAsync(string name) => null!; private Task<Bucket> GetAsync(string id) => null!; }""")]
    [InlineData("SEM1021", "has no static method 'Marked'", """public interface IB { [Idempotent(Key = "name", Read = "GetAsync", Prepare = "Marked")] Task<Bucket> CreateAsync(string name); Task<Bucket> GetAsync(string id); }""")]
    // SEM1022: no read
    [InlineData("SEM1022", "Read = nameof(…)", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<Bucket> CreateAsync(string name); private Task<Bucket> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1022", "Read = nameof(…)", """public interface IB { [Post("/b"), Idempotent(Key = "name")] Task<Bucket> CreateAsync(string name); }""")]
    // SEM1023: no context
    [InlineData("SEM1023", "primary-constructor parameter", """public partial class B { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1023", "say Scope", """public partial class B(IDataRepository repository) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    // SEM1024: nothing supports it
    [InlineData("SEM1024", "Find = nameof(…)", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Guarantee = Guarantee.UniqueName)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1024", "it needs Marker", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Guarantee = Guarantee.Marker)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1024", "IdempotencyKey", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Guarantee = Guarantee.Replay)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1024", "Update = nameof(…)", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", OnExists = OnExists.Update)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1024", "Delete = nameof(…)", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", OnDrift = OnDrift.Replace)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1024", "Read = nameof(…)", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Verify = Verify.WithGet)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1024", "take the CreateAttempt", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Read = "GetAsync", List = "ListAsync", Marker = "Tags")] public partial Task<Bucket> CreateAsync(string name); private Task<Bucket> CreateCoreAsync(string name) => null!; private Task<Bucket> GetAsync(string id) => null!; private Task<Bucket[]> ListAsync() => null!; }""")]
    [InlineData("SEM1024", "Prepare = nameof(…)", """public interface IB { [Idempotent(Key = "name", Read = "GetAsync", List = "ListAsync", Marker = "Tags")] Task<Bucket> CreateAsync(string name); Task<Bucket> GetAsync(string id); Task<Bucket[]> ListAsync(); }""")]
    // SEM1025: one model twice
    [InlineData("SEM1025", "Model = \"…\"", """public partial class B(SemelContext semel) { [Idempotent(Key = "name")] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; [Idempotent(Key = "name")] public partial Task<string> MakeAsync(string name); private Task<string> MakeCoreAsync(string name) => null!; }""")]
    // SEM1027: no member of an enum
    [InlineData("SEM1027", "Guarantee = 42 means nothing; write one of Guarantee.", """public partial class B(SemelContext semel) { [Idempotent(Key = "name", Guarantee = (Guarantee)42)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""")]
    [InlineData("SEM1027", "OnExists = 7 means nothing", """public interface IB { [Idempotent(Key = "name", OnExists = (OnExists)7)] Task<string> CreateAsync(string name); }""")]
    // SEM1026: the interface
    [InlineData("SEM1026", "interface of its own", """public interface IB { static abstract int Count { get; } [Idempotent(Key = "name")] Task<string> CreateAsync(string name); }""")]
    [InlineData("SEM1026", "make it internal", """public class Outer { private interface IB { [Idempotent(Key = "name")] Task<string> CreateAsync(string name); } }""")]
    [InlineData("SEM1026", "make it public", """public interface IB { protected void Hidden(); [Idempotent(Key = "name")] Task<string> CreateAsync(string name); }""")]
    public void Misuse_IsOneError_ThatNamesTheFix(string id, string fix, string source)
    {
        var run = new IdempotentRun(Head + source, RefitStandIns.Source);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Contains(fix, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("Source0.cs", diagnostic.Location.GetLineSpan().Path);
        if (id is not ("SEM1017" or "SEM1026")) Assert.Empty(TestProject.Problems(run.Output));
    }

    [Fact]
    public void EveryPropertyThatIsAnEnum_RefusesWhatIsNoMember()
    {
        foreach (var property in typeof(IdempotentAttribute).GetProperties().Where(property => property.PropertyType.IsEnum))
        {
            var run = new IdempotentRun(Head + $$"""public partial class B(SemelContext semel) { [Idempotent(Key = "name", {{property.Name}} = ({{property.PropertyType.Name}})42)] public partial Task<string> CreateAsync(string name); private Task<string> CreateCoreAsync(string name) => null!; }""");
            Assert.StartsWith($"{property.Name} = 42 means nothing", Assert.Single(run.Diagnostics).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Stub_ThrowsWhatIsWrong()
    {
        var run = new IdempotentRun(Head + """public partial class B(SemelContext semel) { [Idempotent] public partial Task<string> CreateAsync(string name); }""");
        Assert.Contains("throw new global::System.InvalidOperationException(\"SEM1018: ", run.File, StringComparison.Ordinal);
    }
}
