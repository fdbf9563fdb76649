namespace Semel.Samples.Analyzers.SEM4001;

/// <summary>What the rule warns of.</summary>
public sealed class Before(Servers servers)
{
    public async Task<int> RunAsync(ServerRequest request)
    {
        try
        {
            await servers.CreateAsync("web", request);
        }
        catch (IndeterminateException e)
        {
            Console.Error.WriteLine(e.Message);
        }

        return 0;
    }
}
