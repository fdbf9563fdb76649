using System.Text;

namespace Semel.Processes;

/// <summary>The points that a run passes: each is reported, and at one of them the process sends itself a signal.</summary>
internal sealed class Trace(Order order, Stream output)
{
    private readonly Lock gate = new();
    private bool sent;

    /// <summary>Nothing is reported and nothing sent.</summary>
    public static Trace None(Order order) => new(order with { At = null }, Stream.Null);

    public void Pass(string point)
    {
        Write(point);
        if (point == order.At) Send();
    }

    /// <summary>The point is the one that the order names, for bytes that are sent in parts.</summary>
    public bool IsAt(string point) => !sent && point == order.At;

    public void Write(string line)
    {
        lock (gate) output.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }

    private void Send()
    {
        if (sent) return;
        sent = true;
        Signals.Send(Environment.ProcessId, order.Stops ? Signals.Stop : Signals.Kill);
    }
}
