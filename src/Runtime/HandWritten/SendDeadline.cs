using Semel.Protocol;

namespace Semel;

/// <summary>The time after which a caller's own update or delete must not begin to be sent: others may have changed or made something meanwhile. A <see cref="CreateAttemptHandler"/> in its client keeps it.</summary>
internal static class SendDeadline
{
    private static readonly AsyncLocal<Deadline?> Ambient = new();

    /// <summary>Runs what sends; the deadline holds in all that it calls.</summary>
    public static async Task RunAsync(Deadline deadline, Func<Task> send)
    {
        Ambient.Value = deadline; // an asynchronous method's value doesn't reach its caller
        await send().ConfigureAwait(false);
    }

    /// <summary>Refuses a request that comes too late, now and, where it has a body, right before its first byte.</summary>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public static void Guard(HttpRequestMessage request)
    {
        if (Ambient.Value is not { } deadline || request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || request.Method == HttpMethod.Options) return;
        Refuse(deadline);
        if (request.Content is { } content and not TimedContent) request.Content = new TimedContent(content, () => Refuse(deadline));
    }

    private static void Refuse(Deadline deadline)
    {
        if (deadline.IsOver) throw new TimeoutException("the time for sending this change is over: the run was held up, or the clock was set. Run again");
    }
}
