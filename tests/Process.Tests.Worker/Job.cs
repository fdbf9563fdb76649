namespace Semel.Processes;

/// <summary>Does what an order says, and tells the trace where it is.</summary>
internal static class Job
{
    public const string Scope = "test";

    public static async Task<Report> RunAsync(Order order, Trace trace)
    {
        using var http = new HttpClient(new WatchedHandler(trace)) { BaseAddress = new Uri(order.Address) };
        var kind = Kind.Of(order.Kind);
        using var log = new WaitingLog(trace);
        var semel = new SemelContext(order.Keeps ? new WatchedRepository(order, trace) : new MemoryDataRepository(), Scope, order.Options, log);
        try
        {
            if (order.Delete is { } id)
            {
                await kind.Delete(http, semel, id);
                if (!order.Create) return Report.Deleted(id);
            }

            return await kind.Create(http, semel, order.Instance);
        }
        catch (SemelException error)
        {
            return Report.Of(error);
        }
    }
}
