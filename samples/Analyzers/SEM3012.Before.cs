namespace Semel.Samples.Analyzers.SEM3012;

/// <summary>What the rule warns of.</summary>
public sealed class Before(Mails mails)
{
    public Task RunAsync(ServerRequest request) => mails.CreateAsync("welcome", request);
}
