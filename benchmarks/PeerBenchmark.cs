using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Semel.Benchmarks;

/// <summary>Whole documents beside NSwag, one after the other in one run: <c>semel generate</c> as a native program and NSwag, each in a process of its own; memory, output, and its compilation.</summary>
internal static class PeerBenchmark
{
    private const int Times = 3;

    /// <summary>Large documents, and a resource of each.</summary>
    internal static readonly (string File, string Path)[] Documents =
    [
        ("digitalocean/bundled.json", "/v2/droplets"),
        ("digitalocean/bundled-2025-11.yaml", "/v2/droplets"),
        ("jira/jira-open-api.json", "/rest/api/3/component"),
        ("hetzner/cloud.spec.json", "/servers"),
        ("linode/openapi.yaml", "/{apiVersion}/volumes"),
        ("openai/openapi.yaml", "/vector_stores"),
        ("box/openapi.json", "/webhooks"),
        ("vault/openapi.json", ""),
        ("gitea/swagger.v1.json", "/user/keys"),
        ("docker-engine/swagger.yaml", "/networks/create"),
        ("keycloak/admin-23.0.7.json", ""),
        ("azure-compute/compute-2021-11-01.json", ""),
    ];

    public static int Run(string specs, string nswag)
    {
        Console.WriteLine("| document | tool | generation, ms | peak memory, MB | output, KB | files | compilation, ms | errors |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|");
        var ratios = new List<string>();
        foreach (var (file, path) in Documents)
        {
            var document = Path.Combine(specs, file);
            Measured? one = path.Length == 0 ? null : Semel(document, [path]);
            var whole = Semel(document, []);
            var peer = Nswag(nswag, document);
            if (one is not null) Row(file, "Semel, one resource", one);
            Row(file, "Semel, whole", whole);
            Row(file, "NSwag, whole", peer);
            ratios.Add($"| {file} | {(one is null ? "" : Ratio(peer.Time, one.Time))} | {Ratio(peer.Time, whole.Time)} | {Ratio(whole.Compile, peer.Compile)} | {Ratio(whole.Characters, peer.Characters)} | {Ratio(whole.Memory, peer.Memory)} |");
        }

        Console.WriteLine("\n| document | generation, NSwag : one resource | generation, NSwag : whole | compilation, whole : NSwag | output, whole : NSwag | memory, whole : NSwag |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        ratios.ForEach(Console.WriteLine);
        return 0;
    }

    /// <summary>How many documents of the folder become code that compiles.</summary>
    public static int Corpus(string specs, string nswag)
    {
        var counts = (All: 0, Semel: 0, Nswag: 0);
        Console.WriteLine("| document | Semel, errors | NSwag, errors |\n|---|--:|--:|");
        foreach (var file in File.ReadLines(Path.Combine(specs, "MANIFEST.tsv")).Skip(1).Select(line => string.Join('/', line.Split('\t').Take(2))))
        {
            var document = Path.Combine(specs, file);
            if (!File.Exists(document)) continue;
            var (own, peer) = (Semel(document, [], times: 1), Nswag(nswag, document, times: 1));
            counts = (counts.All + 1, counts.Semel + (own.Errors == 0 ? 1 : 0), counts.Nswag + (peer.Errors == 0 ? 1 : 0));
            Console.WriteLine($"| {file} | {Errors(own)} | {Errors(peer)} |");
        }

        Console.WriteLine($"| of {counts.All}, compile | {counts.Semel} | {counts.Nswag} |");
        return 0;
    }

    private static Measured Semel(string document, string[] paths, int times = Times)
    {
        SemelTool.Generate(document, "", null); // published before it is measured
        return Measure(folder => SemelTool.Generate(document, folder, "Client", paths), times);
    }

    private static Measured Nswag(string nswag, string document, int times = Times) => Measure(folder => Nswag(nswag, document, Path.Combine(folder, "Client.cs")), times);

    /// <summary>The command line of NSwag.</summary>
    internal static string[] Nswag(string nswag, string document, string client) =>
        ["dotnet", Path.Combine(nswag, "bin", "binaries", "Net100", "dotnet-nswag.dll"), "openapi2csclient", $"/input:{document}", $"/output:{client}", "/JsonLibrary:SystemTextJson", "/GenerateNullableReferenceTypes:true"];

    private static Measured Measure(Func<string, string[]> command, int times)
    {
        var folder = Directory.CreateTempSubdirectory("semel-peer-").FullName;
        try
        {
            var runs = Enumerable.Range(0, times).Select(_ => Process(command(folder))).ToList();
            string[] sources = [.. Directory.GetFiles(folder).Select(File.ReadAllText)];
            if (runs.Any(run => !run.Success) || sources.Length == 0) return new(Middle(runs.Select(run => run.Time)), runs.Max(run => run.Memory), 0, 0, double.NaN, -1);
            var (compile, errors) = Compile(sources, times);
            return new(Middle(runs.Select(run => run.Time)), runs.Max(run => run.Memory), sources.Sum(source => source.Length), sources.Length, compile, errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Milliseconds, and the peak of its resident memory in MB as the kernel counts it.</summary>
    private static (double Time, double Memory, bool Success) Process(string[] command)
    {
        var watch = Stopwatch.StartNew();
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        double memory = 0;
        while (!process.WaitForExit(15)) memory = Math.Max(memory, Peak(process.Id));
        return (watch.Elapsed.TotalMilliseconds, memory, process.ExitCode == 0);
    }

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static (double Time, int Errors) Compile(string[] sources, int times)
    {
        var errors = 0;
        var elapsed = new List<double>();
        for (var i = 0; i < times + 1; i++)
        {
            var watch = Stopwatch.StartNew();
            var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
            var compilation = CSharpCompilation.Create("Client", sources.Select(source => CSharpSyntaxTree.ParseText(source)), References, options);
            var result = compilation.Emit(Stream.Null);
            elapsed.Add(watch.Elapsed.TotalMilliseconds);
            errors = result.Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }

        return (Middle(elapsed.Skip(1)), errors);
    }

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path))];

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static string Errors(Measured measured) => measured.Errors < 0 ? "nothing written" : measured.Errors.ToString(CultureInfo.InvariantCulture);

    private static void Row(string file, string tool, Measured measured) => Console.WriteLine(
        $"| {file} | {tool} | {measured.Time:F0} | {measured.Memory:F0} | {measured.Characters / 1000.0:F0} | {measured.Files} | {measured.Compile:F0} | {Errors(measured)} |");

    private static string Ratio(double left, double right) => (left / right).ToString(left / right < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);

    /// <param name="Errors">Of the compiler; -1 where there is nothing to compile.</param>
    private sealed record Measured(double Time, double Memory, double Characters, int Files, double Compile, int Errors);
}
