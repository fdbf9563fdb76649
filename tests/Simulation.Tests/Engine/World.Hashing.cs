namespace Semel.Simulation;

internal sealed partial class World
{
    /// <summary>Everything that decides what can still happen: equal hashes, equal futures.</summary>
    public ulong StateHash()
    {
        var hash = new Hash((ulong)Stage);
        hash.Add(Now.Ticks);
        hash.Add(_keyFormula);
        if (_processes.Exists(process => process.IsActive)) hash.Add(_lastMessage?.Request.Digest() ?? (ulong)_lastActor);
        Server.AddTo(ref hash);
        Store.AddTo(ref hash);
        Network.AddTo(ref hash);
        Oracle.AddTo(ref hash);
        foreach (var process in _processes) process.AddTo(ref hash);
        foreach (var timer in Timers)
        {
            if (!timer.Process.IsActive && timer.Process.State != ProcessState.Paused) continue;
            hash.Add(timer.Process.Index);
            hash.Add(timer.Due.Ticks);
        }

        return hash.Value;
    }
}
