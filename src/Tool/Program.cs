using System.CommandLine;
using Semel.Tool;

// a program of a tenth of a second collects nothing until it has taken this much
const long WithoutCollecting = 200L << 20;
try
{
    GC.TryStartNoGCRegion(WithoutCollecting);
}
catch (ArgumentOutOfRangeException)
{
    // a machine that has less collects as usual
}

var root = new RootCommand("Semel: run it twice, get one.") { GenerateCommand.New() };
return root.Parse(args).Invoke();
