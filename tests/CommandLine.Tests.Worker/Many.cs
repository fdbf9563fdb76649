using CloudModels;
using Semel.Samples.Web;
using Semel.Workflows;

namespace Semel.CommandLine.Worker;

/// <summary>Any number of servers.</summary>
internal static class Many
{
    public static Workflow Define(HttpClient http, SemelContext semel, int count)
    {
        var workflow = new Workflow("many");
        workflow.CreateEach("server", Enumerable.Range(0, count).Select(number => $"s{number:0000}"), new Servers(http, semel).CreateAsync, name => new ServerRequest { Name = name, Region = "north-1", Size = "small", Image = "debian-13" });
        return workflow;
    }
}
