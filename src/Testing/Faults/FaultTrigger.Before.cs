using System.Globalization;
using Semel.Testing.Faults;
using Semel.Testing.Http;

namespace Semel.Testing;

public sealed partial class FaultTrigger
{
    /// <summary>Answers with the status and the API's usual error body; nothing is applied.</summary>
    public Fault Reject(int status)
    {
        Reply reply = Standard(status);
        return Instead(() => reply);
    }

    /// <summary>Answers with the status and <c>Retry-After</c> in whole seconds; nothing is applied.</summary>
    public Fault RejectWithRetryAfter(TimeSpan retryAfter, int status = 429)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        string seconds = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        Reply reply = Standard(status) with { Headers = [new("Retry-After", seconds)] };
        return Instead(() => reply);
    }

    /// <summary>Answers with the status and the text as the body; nothing is applied.</summary>
    public Fault Status(int status, string body = "")
    {
        ArgumentNullException.ThrowIfNull(body);
        Reply reply = Standard(status) with { Text = body };
        return Instead(() => reply);
    }

    /// <summary>Answers with a redirect; nothing is applied.</summary>
    /// <param name="location">The <c>Location</c>, absolute or a path.</param>
    /// <param name="status">301, 302, 303, 307 or 308.</param>
    public Fault Redirect(string location, int status = 307)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        if (status is not (301 or 302 or 303 or 307 or 308)) throw new ArgumentOutOfRangeException(nameof(status), status, "A redirect is 301, 302, 303, 307 or 308.");
        return Instead(() => new Reply(status) { Headers = [new("Location", location)] });
    }

    /// <summary>Aborts the connection; nothing is applied.</summary>
    public Fault LoseRequest() => Instead(static () => Reply.Lost);

    /// <summary>Waits until the client gives up, and applies nothing.</summary>
    public Fault Hang() => Script(new FaultEffect
    {
        Before = static async (run, situation) =>
        {
            run.Mark();
            await Task.Delay(Timeout.InfiniteTimeSpan, situation.Gone);
            return Reply.Lost;
        },
    });

    /// <summary>Holds the request until <see cref="Fault.Release"/> and applies it then, even where the client has long given up.</summary>
    public Fault Hold() => Script(new FaultEffect
    {
        Decides = false,
        Before = static async (run, situation) =>
        {
            run.Mark();
            await run.Released.WaitAsync(situation.Stopping);
            return null;
        },
    });

    /// <summary>Waits by the server's clock before the request is applied; a client that gives up before that loses the request.</summary>
    public Fault Delay(TimeSpan time) => Script(new FaultEffect
    {
        Decides = false,
        Before = async (run, situation) =>
        {
            Task delay = Task.Delay(time, situation.Clock, situation.Gone);
            run.Mark();
            await delay;
            return null;
        },
    });

    /// <summary>Drops a property of the body before it is stored, so that no reply has it either.</summary>
    public Fault DropProperty(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Script(new FaultEffect
        {
            Decides = false,
            Before = (_, situation) =>
            {
                situation.Request.Body?.Remove(name);
                return Task.FromResult<Reply?>(null);
            },
        });
    }
}
