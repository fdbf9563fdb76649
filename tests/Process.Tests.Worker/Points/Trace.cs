using System.Text;

namespace Semel.Processes;

/// <summary>The points that a run passes: each is reported, and at one of them the process sends itself a signal.</summary>
internal sealed class Trace(string? at, int signal, Stream output)
{
    private readonly Lock gate = new();
    private bool sent;

    /// <summary>Nothing is reported and nothing sent.</summary>
    public static Trace None { get; } = new(null, 0, Stream.Null);

    public void Pass(string point)
    {
        Write(point);
        if (point == at) Send();
    }

    /// <summary>The point is the one at which it is sent, for bytes that are sent in parts.</summary>
    public bool IsAt(string point) => !sent && point == at;

    public void Write(string line)
    {
        lock (gate) output.Write(Encoding.UTF8.GetBytes(line + "\n"));
    }

    private void Send()
    {
        if (sent) return;
        sent = true;
        Signals.Raise(signal);
    }
}
