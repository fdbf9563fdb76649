namespace Semel.Simulation;

/// <summary>The HTTP client of a process, with the handlers that its user put into it.</summary>
internal static class Wire
{
    private static readonly Uri Address = new("http://api.test");

    public static HttpClient NewClient(World world, Process process)
    {
        HttpMessageHandler handler = new SimulatedHandler(world, process);
        if (world.Setup.Sabotage.HasFlag(Sabotage.NoBody)) handler = new BodyInHeader(handler);
        if (process.Settings.Handler != HandlerKind.None)
        {
            handler = new RepeatingHandler(process.Settings.Handler, handler);
            if (world.Setup.Sabotage.HasFlag(Sabotage.ReusableContent)) handler = new BytesOnceMore(handler);
        }

        return new HttpClient(handler) { BaseAddress = Address, Timeout = Timeout.InfiniteTimeSpan };
    }
}
