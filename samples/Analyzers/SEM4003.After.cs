namespace Semel.Samples.Analyzers.SEM4003;

/// <summary>The remedy.</summary>
public sealed class After(Func<SemelContext, Servers> make)
{
    private readonly SemelContext _semel = new(new FileDataRepository(".semel"), scope: "sample");

    public Task RunAsync(ServerRequest request) => make(_semel).CreateAsync("web", request);
}
