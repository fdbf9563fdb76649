using Semel.Benchmarks;

return args switch
{
    ["generator", var document] => GeneratorBenchmark.Run(document, nswag: null),
    ["generator", var document, var nswag] => GeneratorBenchmark.Run(document, nswag),
    ["generate-once", var document, .. var paths] => Generation.Once(document, paths),
    ["peer", var specs, var nswag] => PeerBenchmark.Run(specs, nswag),
    ["build", var specs, var nswag] => BuildBenchmark.Run(specs, nswag),
    ["corpus", var specs, var nswag] => PeerBenchmark.Corpus(specs, nswag),
    ["edits", var document] => EditBenchmark.Run(document),
    ["analyzers"] => await AnalyzerBenchmark.RunAsync(),
    ["runtime"] => RuntimeBenchmark.Run(),
    ["protocol"] => await ProtocolBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        usage: dotnet run -c Release --project benchmarks -- generator DOCUMENT [NSWAG]   (NSWAG: the folder of the npm package nswag)
               dotnet run -c Release --project benchmarks -- peer SPECS NSWAG            (large documents of the folder SPECS, side by side)
               dotnet run -c Release --project benchmarks -- build SPECS NSWAG           (what a build gets longer by, side by side)
               dotnet run -c Release --project benchmarks -- corpus SPECS NSWAG          (which of them become code that compiles)
               dotnet run -c Release --project benchmarks -- edits DOCUMENT              (what an edit costs with the whole document selected)
               dotnet run -c Release --project benchmarks -- analyzers                   (what the rules cost on two thousand files)
               dotnet run -c Release --project benchmarks -- runtime
               dotnet run -c Release --project benchmarks -- protocol
        """);
    return 2;
}
