using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Benchmarks;

/// <summary>What the rules cost on a solution of two thousand files, a quarter of them clients of APIs, beside the compiler's own work.</summary>
internal static class AnalyzerBenchmark
{
    private const int Files = 2000;
    private const double Limit = 1;
    private const int Rounds = 3;

    public static async Task<int> RunAsync()
    {
        var analyzers = typeof(Analyzers.Idempotency.UnhandledCreateAnalyzer).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).OrderBy(analyzer => analyzer.GetType().Name, StringComparer.Ordinal).ToImmutableArray();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path)).ToList();
        var trees = Enumerable.Range(0, Files).Select(number => CSharpSyntaxTree.ParseText(number % 4 == 0 ? Client(number) : Plain(number), path: $"File{number}.cs")).ToList();
        var compilation = CSharpCompilation.Create("Consumer", trees, references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var watch = Stopwatch.StartNew();
        var errors = compilation.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var compile = watch.Elapsed.TotalMilliseconds;
        var options = new CompilationWithAnalyzersOptions(new([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);

        // the least of some rounds, each over a compilation that knows nothing yet: what waits for a core is no work of a rule
        var perFile = Enumerable.Repeat(double.MaxValue, Files).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var times = await FileByFileAsync(CSharpCompilation.Create("Consumer", trees, references, compilation.Options), analyzers, options);
            for (var i = 0; i < Files; i++) perFile[i] = Math.Min(perFile[i], times[i]);
        }

        perFile.Sort();
        var whole = compilation.WithAnalyzers(analyzers, options);
        var found = (await whole.GetAnalyzerDiagnosticsAsync()).Length;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Files} files, {errors} errors, {found} warnings; the compiler alone: {compile / Files:F3} ms per file; all rules together, file by file: median {perFile[Files / 2]:F3} ms, 95 % below {perFile[Files * 95 / 100]:F3} ms"));
        Console.WriteLine("| rule's analyzer | µs per file |\n|---|--:|");
        foreach (var analyzer in analyzers)
        {
            var time = (await whole.GetAnalyzerTelemetryInfoAsync(analyzer, default)).ExecutionTime;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {analyzer.GetType().Name} | {time.TotalMicroseconds / Files:F1} |"));
        }

        return errors == 0 && perFile[Files / 2] <= Limit ? 0 : 1;
    }

    /// <summary>As an editor asks: what the rules' own actions take is what Roslyn charges them with.</summary>
    private static async Task<List<double>> FileByFileAsync(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, CompilationWithAnalyzersOptions options)
    {
        var perFile = new List<double>();
        var live = compilation.WithAnalyzers(analyzers, options);
        var before = TimeSpan.Zero;
        foreach (var tree in compilation.SyntaxTrees)
        {
            await live.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, default);
            var total = TimeSpan.Zero;
            foreach (var analyzer in analyzers) total += (await live.GetAnalyzerTelemetryInfoAsync(analyzer, default)).ExecutionTime;
            perFile.Add((total - before).TotalMilliseconds);
            before = total;
        }

        return perFile;
    }

    private static string Client(int number) => $$"""
        using System; using System.Collections.Generic; using System.Linq; using System.Net; using System.Net.Http; using System.Net.Http.Json; using System.Threading; using System.Threading.Tasks;
        namespace Clients{{number}};
        public sealed record Server(string Id, string Name, string Status);
        public interface IStore { Task SaveAsync(string name, string id); Task<string?> FindAsync(string name); }
        public sealed class ServersClient(HttpClient http, IStore store)
        {
            public Task<Server> GetServerAsync(string id) => SendAsync<Server>(HttpMethod.Get, "/servers/" + id, null);
            public Task<Server[]> ListServersAsync() => SendAsync<Server[]>(HttpMethod.Get, "/servers", null);
            public Task<Server> CreateServerAsync(string name) => SendAsync<Server>(HttpMethod.Post, "/servers", new { name });
            public Task<Server[]> SearchServersAsync(string term) => SendAsync<Server[]>(HttpMethod.Post, "/servers/search", new { term });
            public async Task<Server> EnsureAsync(string name)
            {
                if (await store.FindAsync(name) is { } known) return await GetServerAsync(known);
                var server = await CreateServerAsync(name);
                await store.SaveAsync(name, server.Id);
                for (var i = 0; i < 10 && server.Status != "active"; i++)
                {
                    await Task.Delay(100);
                    try { server = await GetServerAsync(server.Id); }
                    catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.NotFound) { break; }
                }
                return server;
            }
            private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body)
            {
                using var request = new HttpRequestMessage(method, path);
                if (body is not null) request.Content = JsonContent.Create(body);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                return (await response.Content.ReadFromJsonAsync<T>())!;
            }
        }
        """;

    private static string Plain(int number) => $$"""
        using System; using System.Collections.Generic; using System.Linq; using System.Threading.Tasks;
        namespace Plain{{number}};
        public sealed class Basket
        {
            private readonly Dictionary<string, decimal> _prices = new();
            private readonly List<string> _names = [];
            public void Add(string name, decimal price) { ArgumentException.ThrowIfNullOrEmpty(name); _names.Add(name); _prices[name] = price; }
            public decimal Total(Func<decimal, decimal>? discount = null)
            {
                var total = 0m;
                foreach (var name in _names) if (_prices.TryGetValue(name, out var price)) total += discount?.Invoke(price) ?? price;
                return Math.Round(total, 2);
            }
            public IReadOnlyList<string> Dearest(int count) => _prices.OrderByDescending(pair => pair.Value).Take(count).Select(pair => pair.Key).ToList();
            public async Task<string> DescribeAsync() { await Task.Yield(); return string.Join(", ", _names.Select(name => $"{name}: {_prices[name]:F2}")); }
        }
        """;
}
