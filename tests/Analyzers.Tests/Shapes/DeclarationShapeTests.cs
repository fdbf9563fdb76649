using Semel.Analyzers.Declarations;
using Semel.Analyzers.Idempotency;

namespace Semel.Analyzers.Tests.Shapes;

/// <summary>The rules about declarations, and the one about methods that create, in the shapes that they can have.</summary>
public sealed class DeclarationShapeTests
{
    [Theory]
    [Trait("Feature", "K1")]
    [InlineData("""public class Things(HttpClient http) { public async Task [|SEM3002:CreateThingAsync|]() { await http.PostAsJsonAsync("/things", 1); } }""")]
    [InlineData("""public class Things(HttpClient http) { public Task [|SEM3002:CreateThingAsync|]() => http.PostAsJsonAsync("/things", 1); }""")]
    [InlineData("""public partial class Things { public async Task [|SEM3002:CreateThingAsync|]() { await SubmitAsync(); } } public partial class Things(HttpClient http) { private Task SubmitAsync() => http.PostAsJsonAsync("/things", 1); }""")]
    [InlineData("""public partial class Things(HttpClient http) { public partial Task [|SEM3002:CreateThingAsync|](); } public partial class Things { public async partial Task CreateThingAsync() { await http.PostAsJsonAsync("/things", 1); } }""")]
    [InlineData("""public class Things(HttpClient http) { public async IAsyncEnumerable<int> [|SEM3002:CreateThingsAsync|]() { yield return 0; await http.PostAsJsonAsync("/things", 1); yield return 1; } }""")]
    [InlineData("""public class Things(HttpClient http) { public async Task RunAsync() { await CreateThingAsync(); async Task [|SEM3002:CreateThingAsync|]() { await http.PostAsJsonAsync("/things", 1); } } }""")]
    [InlineData("""public class Things(HttpClient http) { public async Task RunAsync() { await CreateThingAsync(); Task [|SEM3002:CreateThingAsync|]() => http.PostAsJsonAsync("/things", 1); } }""")]
    [InlineData("""public class Things(HttpClient http) { public async Task RunAsync() { await CreateThingAsync(http); static Task [|SEM3002:CreateThingAsync|](HttpClient client) => client.PostAsJsonAsync("/things", 1); } }""")]
    [InlineData("""public class Things(HttpClient http) { public Task [|SEM3002:CreateThingAsync|]() { Func<Task> run = () => http.PostAsJsonAsync("/things", 1); return run(); } }""")]
    [InlineData("""public class Things(HttpClient http) { public async Task [|SEM3002:CreateThingAsync|]() { await SubmitAsync(); async Task SubmitAsync() => await http.PostAsJsonAsync("/things", 1); } }""")]
    [InlineData("""public static class Things { public static Task [|SEM3002:CreateThingAsync|](this HttpClient http) => http.PostAsJsonAsync("/things", 1); }""")]
    [InlineData("""public class Things<T>(HttpClient http) { public Task [|SEM3002:CreateThingAsync|]<TOther>(TOther thing) => http.PostAsJsonAsync("/things", thing); }""")]
    [InlineData("""public interface IThings { Task CreateThingAsync(); } public class Things(HttpClient http) : IThings { Task IThings.[|SEM3002:CreateThingAsync|]() => http.PostAsJsonAsync("/things", 1); }""")]
    [InlineData("""public class Outer { private class Things(HttpClient http) { public Task [|SEM3002:CreateThingAsync|]() => http.PostAsJsonAsync("/things", 1); } }""")]
    [InlineData("""public record Things(HttpClient Http) { public Task [|SEM3002:CreateThingAsync|]() => Http.PostAsJsonAsync("/things", 1); }""")]
    [InlineData("""public readonly struct Things(HttpClient http) { public Task [|SEM3002:CreateThingAsync|]() => http.PostAsJsonAsync("/things", 1); }""")]
    [InlineData("""public class Things(HttpClient http) { public async void [|SEM3002:CreateThing|](object sender, EventArgs e) { foreach (var i in new[] { 1, 2 }) { switch (i) { case 1: using (new MemoryStream()) { await http.PostAsJsonAsync("/things", 1); } break; } } } }""")]
    [InlineData("""await CreateThingAsync(new HttpClient()); static Task [|SEM3002:CreateThingAsync|](HttpClient http) => http.PostAsJsonAsync("/things", 1);""")]
    [InlineData("""var http = new HttpClient(); await CreateThingAsync(); async Task [|SEM3002:CreateThingAsync|]() { await http.PostAsJsonAsync("/things", 1); }""")]
    public Task Create(string source) => Markup.AssertAsync(new UnhandledCreateAnalyzer(), source);

    [Theory]
    [Trait("Feature", "K9")]
    [InlineData("""public partial class A { public partial void Create(); } public partial class A { [NonIdempotent([|SEM3011:""|])] public partial void Create() { } }""")]
    [InlineData("""public partial class A { } [NonIdempotent([|SEM3011:""|])] public partial class A { }""")]
    [InlineData("""public class A { public void Run() { Create(); [NonIdempotent([|SEM3011:""|])] void Create() { } } }""")]
    [InlineData("""Create(); [NonIdempotent([|SEM3011:""|])] static void Create() { }""")]
    [InlineData("""public class A { [NonIdempotent([|SEM3011:""|])] public async IAsyncEnumerable<int> CreateAsync() { await Task.Yield(); yield return 1; } }""")]
    [InlineData("""public class A { [NonIdempotent([|SEM3011:""|])] public int Create() => 1; }""")]
    [InlineData("""public class A { public Action Run => [NonIdempotent([|SEM3011:""|])] () => { }; }""")]
    public Task OptOutReason(string source) => Markup.AssertAsync(new OptOutReasonAnalyzer(), "using Semel; " + source);

    [Theory]
    [Trait("Feature", "K11")]
    [InlineData("""public partial class A { [Idempotent(Key = [|SEM3013:"name"|])] public partial Task<string> CreateAsync(string region, string name); } public partial class A { public partial Task<string> CreateAsync(string region, string name) => null!; }""")]
    [InlineData("""public partial class A { public partial Task<string> CreateAsync(string region, string name); } public partial class A { [Idempotent(Key = [|SEM3013:"name"|])] public partial Task<string> CreateAsync(string region, string name) => null!; }""")]
    [InlineData("""public interface IA { [Idempotent(Key = [|SEM3013:"name"|])] Task<string> CreateAsync(string region, string name); }""")]
    [InlineData("""public class Outer { public partial record A { [Idempotent(Key = [|SEM3013:"name"|])] public Task<string> CreateAsync(string region, string name) => null!; } }""")]
    [InlineData("""public static class A { [Idempotent(Key = [|SEM3013:"name"|])] public static async Task<string> CreateAsync<T>(this T self, string region, string name) { await Task.Yield(); return name; } }""")]
    public Task IncompleteKey(string source) => Markup.AssertAsync(new IncompleteKeyAnalyzer(), "using Semel; " + source);

    [Theory]
    [Trait("Feature", "K11")]
    [InlineData("""public partial class A { [Idempotent(Key = [|SEM3014:"name/password"|])] public partial Task<string> CreateAsync(string name, string password); } public partial class A { public partial Task<string> CreateAsync(string name, string password) => null!; }""")]
    [InlineData("""public partial class A { public partial Task<string> CreateAsync(string name, string password); } public partial class A { [Idempotent(Key = [|SEM3014:"name/password"|])] public partial Task<string> CreateAsync(string name, string password) => null!; }""")]
    [InlineData("""public interface IA { [Idempotent(Key = [|SEM3014:"name/password"|])] Task<string> CreateAsync(string name, string password); }""")]
    [InlineData("""public static class A { [Idempotent(Key = [|SEM3014:"name/password"|])] public static async Task<string> CreateAsync<T>(this T self, string name, string password) { await Task.Yield(); return name; } }""")]
    public Task SecretInKey(string source) => Markup.AssertAsync(new SecretInKeyAnalyzer(), "using Semel; " + source);

    [Theory]
    [Trait("Feature", "K11")]
    [InlineData("""[ExtensionModel("a.yaml", "/a")] public class [|SEM1001:A|];""")]
    [InlineData("""public class [|SEM1001:Outer|] { [ExtensionModel("a.yaml", "/a")] public partial class A; }""")]
    [InlineData("""System.Console.WriteLine(); [ExtensionModel("a.yaml", "/a")] public class [|SEM1001:A|];""")]
    public Task ModelMustBePartial(string source) => Markup.AssertAsync(new ModelMustBePartialAnalyzer(), "using Semel; " + source);
}
