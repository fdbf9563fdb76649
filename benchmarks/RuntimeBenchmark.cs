using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CloudModels;
using Semel.Testing;

namespace Semel.Benchmarks;

/// <summary>Servers of the small cloud, for the benchmarks.</summary>
[ExtensionModel("cloud.yaml", "/v1/servers")]
public sealed partial class Servers;

/// <summary>What an ensured create costs when the record is there, against the least that a user could write instead.</summary>
[MemoryDiagnoser]
public class RuntimeBenchmark
{
    private readonly Dictionary<string, string> _dictionary = new() { ["web-1"] = "1" };
    private readonly ServerRequest _request = new() { Name = "web-1", Region = "north-1", Size = "small", Image = "debian-13" };
    private CloudServer _cloud = null!;
    private HttpClient _http = null!;
    private Servers _memory = null!;
    private Servers _files = null!;
    private int _number;

    /// <summary>Runs the benchmarks in this process.</summary>
    public static int Run()
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableOptimizationsValidator);
        return BenchmarkRunner.Run<RuntimeBenchmark>(config).HasCriticalValidationErrors ? 1 : 0;
    }

    /// <summary>Creates the server once in each repository.</summary>
    [GlobalSetup]
    public async Task Setup()
    {
        _cloud = await CloudServer.StartAsync();
        _http = new HttpClient { BaseAddress = _cloud.BaseAddress };
        _memory = new Servers(_http, new SemelContext(new MemoryDataRepository(), "memory"));
        _files = new Servers(_http, new SemelContext(new FileDataRepository(Directory.CreateTempSubdirectory("semel-benchmark-").FullName), "files"));
        await _memory.CreateAsync(_request);
        await _files.CreateAsync(_request);
    }

    /// <summary>Stops the server.</summary>
    [GlobalCleanup]
    public async Task Cleanup()
    {
        _http.Dispose();
        await _cloud.DisposeAsync();
    }

    /// <summary>What a script keeps by hand.</summary>
    [Benchmark]
    public string DictionaryLookUp() => _dictionary["web-1"];

    /// <summary>The record is in memory.</summary>
    [Benchmark]
    public Task<Ensured<Server>> EnsuredCreate_MemoryRecord() => _memory.CreateAsync(_request);

    /// <summary>The record is in a file.</summary>
    [Benchmark]
    public Task<Ensured<Server>> EnsuredCreate_FileRecord() => _files.CreateAsync(_request);

    /// <summary>One POST on loopback without any protection: a second server each time.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> BarePost()
    {
        using var body = new StringContent($$"""{"name":"bare-{{_number++}}","region":"north-1","size":"small","image":"debian-13"}""", Encoding.UTF8, "application/json");
        using var reply = await _http.PostAsync("/v1/servers", body);
        return (await reply.Content.ReadAsByteArrayAsync()).Length;
    }
}
