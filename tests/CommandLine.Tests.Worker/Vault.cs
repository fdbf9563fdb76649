using CloudModels;
using Semel.Workflows;

namespace Semel.CommandLine.Worker;

/// <summary>Servers that are replaced when what they are wanted as changes, their secrets included.</summary>
[ExtensionModel("cloud.yaml", "/v1/servers", OnDrift = OnDrift.Replace)]
public sealed partial class SecretServers;

/// <summary>Certificates: nothing finds one again.</summary>
[ExtensionModel("cloud.yaml", "/v1/certificates", Guarantee = Guarantee.AtMostOnce)]
public sealed partial class Certificates;

/// <summary>A server and a certificate whose requests hold a secret.</summary>
internal static class Vault
{
    public static Workflow Define(HttpClient http, SemelContext semel, string secret, string label)
    {
        var workflow = new Workflow("vault");
        workflow.Create("server", new SecretServers(http, semel).CreateAsync, new ServerRequest { Name = "web-1", Region = "north-1", Size = "small", Image = label, UserData = secret });
        workflow.Step("certificate", run => new Certificates(http, semel).CreateAsync("web", new() { SigningRequest = secret }, run.CancellationToken));
        return workflow;
    }
}
