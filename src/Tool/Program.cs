using System.CommandLine;
using Semel.Tool;

var root = new RootCommand("Semel: run it twice, get one.") { GenerateCommand.New() };
return root.Parse(args).Invoke();
