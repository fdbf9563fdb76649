using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Semel.Generator;

namespace Semel.Benchmarks;

/// <summary>The generator on one document: fresh process and warm, one resource and five, an unrelated edit, and NSwag beside it.</summary>
internal static class GeneratorBenchmark
{
    private static readonly string[] One = ["/v2/droplets"];
    private static readonly string[] Five = ["/v2/droplets", "/v2/vpcs", "/v2/tags", "/v2/load_balancers", "/v2/firewalls"];

    public static int Run(string document, string? nswag)
    {
        Console.WriteLine($"| {Path.GetFileName(document)}, {new FileInfo(document).Length / 1e6:F1} MB | one resource | five resources |");
        Console.WriteLine("|---|--:|--:|");
        var fresh = (One: Fresh(document, One), Five: Fresh(document, Five));
        Row("generator, first call in a fresh process, ms", fresh.One.Generator, fresh.Five.Generator);
        Row("generator, warm, all from the document's text, ms", Warm(document, One), Warm(document, Five));
        Row("generator, warm, MB allocated", Allocated(document, One), Allocated(document, Five));
        Row("unrelated edit in 300 files, whole driver run, ms", Edit(document, One, new SemelGenerator()), Edit(document, Five, new SemelGenerator()));
        Row("the same edit, a generator that only looks for the attribute, ms", Edit(document, One, new FloorGenerator()), Edit(document, Five, new FloorGenerator()));
        Row("a process that starts Roslyn with the shared framework and runs it, ms", fresh.One.Process, fresh.Five.Process);
        var byDotnet = (One: Files(document, One, SemelTool.GenerateByDotnet), Five: Files(document, Five, SemelTool.GenerateByDotnet));
        var files = (One: Files(document, One, SemelTool.Generate), Five: Files(document, Five, SemelTool.Generate));
        Row("document to C# files by semel generate, as dotnet runs it, whole process, ms", byDotnet.One, byDotnet.Five);
        Row("document to C# files by semel generate, native, whole process, ms", files.One, files.Five);
        if (nswag is null) return 0;

        var other = Median(5, () => Time("dotnet", Path.Combine(nswag, "bin", "binaries", "Net100", "dotnet-nswag.dll"), "openapi2csclient", $"/input:{document}", $"/output:{Path.Combine(Path.GetTempPath(), "nswag-output.cs")}"));
        Row("document to C# file by NSwag (no selection: the whole document), whole process, ms", other, other);
        Row("NSwag : semel generate as dotnet runs it, process against process", other / byDotnet.One, other / byDotnet.Five);
        Row("NSwag : semel generate, native, process against process", other / files.One, other / files.Five);
        Row("NSwag's process : Semel's first call inside the compiler", other / fresh.One.Generator, other / fresh.Five.Generator);
        Row("NSwag's process : a process that starts Roslyn with the shared framework and runs the generator", other / fresh.One.Process, other / fresh.Five.Process);
        return 0;
    }

    private static (double Generator, double Process) Fresh(string document, string[] paths)
    {
        var generator = new List<double>();
        var process = Median(7, () =>
        {
            var elapsed = Time("dotnet", out var output, [typeof(GeneratorBenchmark).Assembly.Location, "generate-once", document, .. paths]);
            generator.Add(double.Parse(output.Split('\n')[0], CultureInfo.InvariantCulture));
            return elapsed;
        });
        return (Middle(generator), process);
    }

    private static double Files(string document, string[] paths, Func<string, string, string?, IEnumerable<string>, string[]> command)
    {
        var folder = Directory.CreateTempSubdirectory("semel-code-").FullName;
        var line = command(document, folder, null, paths);
        var time = Median(9, () => Time(line[0], line[1..]));
        Directory.Delete(folder, recursive: true);
        return time;
    }

    private static double Warm(string document, string[] paths)
    {
        for (var i = 0; i < 40; i++) Generate();
        return Median(31, Generate);

        double Generate()
        {
            var generation = new Generation(document, paths); // a new text and a new driver: nothing is cached
            var watch = Stopwatch.StartNew();
            generation.Driver().RunGenerators(generation.Compilation);
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    private static double Allocated(string document, string[] paths) => Median(5, () =>
    {
        var generation = new Generation(document, paths);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        generation.Driver().RunGenerators(generation.Compilation);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6;
    });

    private static double Edit(string document, string[] paths, IIncrementalGenerator generator)
    {
        const int files = 300;
        var generation = new Generation(document, paths, files);
        Compilation compilation = generation.Compilation;
        var driver = generation.Driver(generator).RunGenerators(compilation);
        var number = 0;
        return Median(301, () =>
        {
            var old = compilation.SyntaxTrees.Last();
            compilation = compilation.ReplaceSyntaxTree(old, Generation.Unrelated(files - 1, $"return {number++};"));
            var watch = Stopwatch.StartNew();
            driver = driver.RunGenerators(compilation);
            return watch.Elapsed.TotalMilliseconds;
        });
    }

    private static double Time(string program, params string[] arguments) => Time(program, out _, arguments);

    private static double Time(string program, out string output, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{string.Join(' ', arguments)} failed: {output}");
    }

    private static double Median(int times, Func<double> measure) => Middle([.. Enumerable.Range(0, times).Select(_ => measure())]);

    private static double Middle(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static void Row(string what, double one, double five) => Console.WriteLine($"| {what} | {Number(one)} | {Number(five)} |");

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString(value < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);
}
