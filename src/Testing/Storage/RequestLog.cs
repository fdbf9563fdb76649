namespace Semel.Testing.Storage;

/// <summary>The requests in the order in which they had arrived.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedRequest> _requests = [];

    // a request that was open when the log was cleared must not write its status into a later one
    private int _epoch;

    public Entry Add(ReceivedRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
            return new Entry(_requests.Count - 1, _epoch);
        }
    }

    public void Answered(Entry entry, int status)
    {
        lock (_gate)
        {
            if (entry.Epoch == _epoch) _requests[entry.Index] = _requests[entry.Index] with { Status = status };
        }
    }

    /// <summary>False once the log was cleared.</summary>
    public bool Holds(Entry entry)
    {
        lock (_gate) return entry.Epoch == _epoch;
    }

    public IReadOnlyList<ReceivedRequest> Snapshot()
    {
        lock (_gate) return [.. _requests];
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _epoch++;
        }
    }

    internal readonly record struct Entry(int Index, int Epoch);
}
