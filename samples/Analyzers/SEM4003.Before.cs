namespace Semel.Samples.Analyzers.SEM4003;

/// <summary>What the rule warns of.</summary>
public sealed class Before(Func<SemelContext, Servers> make)
{
    public async Task RunAsync(ServerRequest request)
    {
        var semel = new SemelContext(new FileDataRepository(".semel"), scope: "sample");
        await make(semel).CreateAsync("web", request);
    }
}
