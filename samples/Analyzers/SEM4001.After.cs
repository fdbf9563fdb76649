namespace Semel.Samples.Analyzers.SEM4001;

/// <summary>The remedy.</summary>
public sealed class After(Servers servers)
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
            return 3;
        }

        return 0;
    }
}
