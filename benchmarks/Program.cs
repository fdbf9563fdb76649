using Semel.Benchmarks;

return args switch
{
    ["generator", var document] => GeneratorBenchmark.Run(document, nswag: null),
    ["generator", var document, var nswag] => GeneratorBenchmark.Run(document, nswag),
    ["generate-once", var document, .. var paths] => Generation.Once(document, paths),
    ["runtime"] => RuntimeBenchmark.Run(),
    ["protocol"] => await ProtocolBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        usage: dotnet run -c Release --project benchmarks -- generator DOCUMENT [NSWAG]   (NSWAG: the folder of the npm package nswag)
               dotnet run -c Release --project benchmarks -- runtime
               dotnet run -c Release --project benchmarks -- protocol
        """);
    return 2;
}
