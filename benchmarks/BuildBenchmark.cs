using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Semel.Benchmarks;

/// <summary>
/// What a build gets longer by: the SDK's compiler as builds call it (a client of a compiler that lives on), with nothing generated, with one resource,
/// with the whole document, and with NSwag's process before it; and what of it is the generator's, as the compiler itself counts. One after the other in
/// each round. A compiler that has just started compiles the generator first, and what runs in it gets faster for some twenty builds: the first build, the median of those after it, and that of
/// the last ones, when it is warm, are shown side by side; all else is the median of the last ones.
/// </summary>
internal static class BuildBenchmark
{
    private const int Rounds = 40;

    /// <summary>From this one on the compiler is warm.</summary>
    private const int Warm = 20;

    /// <summary>NSwag's process begins anew each time.</summary>
    private const int NswagRounds = 5;

    private const string Counted = "Total generator execution time: ";

    private static readonly string Compiler = typeof(BuildBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Compiler").Value!;

    /// <summary>Of the runtime's folder and Semel's: what a project of the web SDK refers to, about.</summary>
    private static readonly string[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => File.Exists(path) && (!path.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) || Path.GetFileName(path) == "Semel.dll"))];

    public static int Run(string specs, string nswag)
    {
        string[] columns =
        [
            "document", "one: first build, ms", "one: builds 2 to 20", "one: warm", "whole: second build, ms", "whole: builds 3 to 20", "whole: warm", "NSwag's process, ms", "NSwag : one, builds 2 to 20", "NSwag : one, warm",
            "NSwag : whole, builds 3 to 20", "NSwag : whole, warm", "plain build, ms", "more for one resource", "NSwag : more for one", "more for the whole", "of that its compilation", "NSwag : more for the whole, less its compilation",
            "compilation of NSwag's client, ms", "all, NSwag : whole", "errors of NSwag's client",
        ];
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
        Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("--:|", columns.Length - 1)));
        foreach (var (file, path) in PeerBenchmark.Documents.Where(document => document.Path.Length > 0))
        {
            var folder = Directory.CreateTempSubdirectory("semel-build-").FullName;
            try
            {
                Measure(file, path, Path.Combine(specs, file), nswag, folder);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return 0;
    }

    private static void Measure(string file, string path, string document, string nswag, string folder)
    {
        var name = Path.GetFileName(document);
        var pipe = "semel-" + Guid.NewGuid().ToString("N");
        var client = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "nswag")).FullName, "Client.cs");
        var files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        if (Run(SemelTool.Generate(document, files, "Whole")).Exit != 0) throw new InvalidOperationException($"Nothing is generated of {file}.");
        var user = Source(folder, "User.cs", "public static class User { public static string Name => nameof(User); }");
        var one = Source(folder, "One.cs", $"[Semel.ExtensionModel(\"{name}\", \"{path}\")] public sealed partial class One;");
        var whole = Source(folder, "Whole.cs", $"[Semel.ExtensionModel(\"{name}\")] public sealed partial class Whole;");
        string[] plain = [user];
        string[] generator = ["-reportanalyzer", $"-analyzer:{Here("Semel.Generator.dll")}", $"-analyzer:{Here("Semel.Analyzers.dll")}", $"-additionalfile:{document}"];
        string[] written = [user, whole, .. Directory.GetFiles(files)];

        var times = Enumerable.Range(0, 6).Select(_ => new List<double>()).ToArray();
        var (ofOne, ofWhole) = (new List<double>(), new List<double>());
        var errors = 0;
        Compile(pipe, folder, plain);
        for (var round = 0; round < Rounds; round++)
        {
            List<Ran> runs =
            [
                Compile(pipe, folder, plain), Compile(pipe, folder, [user, one, .. generator]), Compile(pipe, folder, [user, whole, .. generator]), Compile(pipe, folder, written),
            ];
            if (runs.Any(run => run.Exit != 0)) throw new InvalidOperationException($"{file}: a build failed.");
            ofOne.Add(runs[1].Generators);
            ofWhole.Add(runs[2].Generators);
            if (round >= Rounds - NswagRounds)
            {
                runs.AddRange([Run(PeerBenchmark.Nswag(nswag, document, client)), File.Exists(client) ? Compile(pipe, folder, [user, client]) : new Ran(0, 0, -1, 0)]);
                errors = runs[5].Errors;
            }

            if (round < Warm) continue;
            for (var kind = 0; kind < runs.Count; kind++) times[kind].Add(runs[kind].Milliseconds);
        }

        var middles = times.Select(Middle).ToArray();
        var (one20, oneWarm, whole20, wholeWarm) = (Middle(ofOne[1..Warm]), Middle(ofOne[Warm..]), Middle(ofWhole[1..Warm]), Middle(ofWhole[Warm..]));
        var (alone, all, compiled, process, theirs) = (middles[1] - middles[0], middles[2] - middles[0], middles[3] - middles[0], middles[4], middles[5] - middles[0]);
        string Of(FormattableString text) => errors < 0 ? "" : text.ToString(CultureInfo.InvariantCulture);
        string Compiled(FormattableString text) => errors == 0 ? text.ToString(CultureInfo.InvariantCulture) : "";
        string[] cells =
        [
            file, F(ofOne[0]), F(one20), F(oneWarm), F(ofWhole[0]), F(whole20), F(wholeWarm), Of($"{process:F0}"), Of($"{process / one20:F0}"), Of($"{process / oneWarm:F0}"),
            Of($"{process / whole20:F1}"), Of($"{process / wholeWarm:F1}"), F(middles[0]), F(alone), Of($"{process / alone:F0}"), F(all), F(compiled), Of($"{process / (all - compiled):F1}"),
            Compiled($"{theirs:F0}"), Compiled($"{(process + theirs) / all:F1}"), errors < 0 ? "nothing written" : F(errors),
        ];
        Console.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    private static string F(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Ran Compile(string pipe, string folder, string[] arguments)
    {
        var response = Source(folder, "build.rsp", string.Join('\n', (string[])
            ["-nologo", "-noconfig", "-target:library", "-nullable:enable", "-debug:portable", "-deterministic", "-nowarn:CS8002;CS8632;CS1591;CS0618;CS8618;CS8603;CS8604;CS8600;CS8625;CS0108;CS0114;CS0612",
             $"-out:{Path.Combine(folder, "User.dll")}", .. References.Select(reference => $"-reference:{reference}"), .. arguments]));
        return Run(["dotnet", Compiler, $"-shared:{pipe}", "-keepalive:60", "@" + response]);
    }

    private static Ran Run(string[] command)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var lines = process.StandardOutput.ReadToEnd().Split('\n');
        process.WaitForExit();
        var generators = lines.FirstOrDefault(line => line.StartsWith(Counted, StringComparison.Ordinal)) is { } counted ? Seconds(counted) * 1000 : double.NaN;
        return new(watch.Elapsed.TotalMilliseconds, process.ExitCode, lines.Count(line => line.Contains(": error CS", StringComparison.Ordinal)), generators);

        static double Seconds(string line) => double.Parse(line[Counted.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string Source(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Here(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <param name="Generators">Milliseconds of generators as the compiler counts them; NaN where it counts none.</param>
    private readonly record struct Ran(double Milliseconds, int Exit, int Errors, double Generators);
}
