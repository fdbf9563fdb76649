namespace Semel.Simulation;

/// <summary>The disks: the records of every volume as bytes, and who holds which lock on which machine.</summary>
internal sealed class Store(World world)
{
    private readonly List<Dictionary<ResourceKey, List<StoredVersion>>> _volumes = [[]];
    private readonly Dictionary<(int Machine, int Volume, ResourceKey Key), (Process Process, Runner Runner)> _locks = [];

    private readonly HashSet<(ResourceKey Key, string Id)> _held = [];

    /// <summary>Every write fails until the faults are over.</summary>
    public bool IsFull { get; set; }

    /// <summary>The HMAC key of a process that uses somebody else's.</summary>
    public static readonly byte[] OtherFingerprintKey = [.. Enumerable.Repeat((byte)0xFF, Semel.FingerprintKey.Length)];

    /// <summary>Every HMAC key that there was.</summary>
    public List<byte[]> FingerprintKeys { get; } = [OtherFingerprintKey, new byte[Semel.FingerprintKey.Length]];

    /// <summary>The HMAC key that is kept with the records.</summary>
    public byte[] FingerprintKey => FingerprintKeys[^1];

    /// <summary>Id of the key that is lost, where its loss was declared.</summary>
    public string? GivenUpKey { get; private set; }

    /// <summary>Versions written so far, in all volumes.</summary>
    public int Writes { get; private set; }

    public List<StoredVersion> VersionsOf(Process process, ResourceKey key)
    {
        var volume = _volumes[process.Settings.Volume];
        if (!volume.TryGetValue(key, out var versions)) volume.Add(key, versions = []);
        return versions;
    }

    public IEnumerable<ResourceKey> KeysOf(Process process) =>
        _volumes[process.Settings.Volume].Where(pair => pair.Value.Count > 0).Select(pair => pair.Key).OrderBy(key => key.Model, StringComparer.Ordinal).ThenBy(key => key.Instance, StringComparer.Ordinal);

    public void Append(Process process, ResourceRecord record, byte[] utf8, bool isTorn = false)
    {
        VersionsOf(process, record.Key).Add(new(record, isTorn ? utf8[..(utf8.Length / 2)] : utf8, !isTorn));
        if (record is LiveRecord live) _held.Add((record.Key, live.Id));
        Writes++;
        world.Oracle.AfterWrite(utf8);
    }

    public bool TryLock(Process process, ResourceKey key, Runner runner) => world.Setup.Sabotage.HasFlag(Sabotage.NoLocks) || _locks.TryAdd(LockOf(process, key), (process, runner));

    public Runner? HolderOf(Process process, ResourceKey key) => _locks.TryGetValue(LockOf(process, key), out var held) ? held.Runner : null;

    public bool IsFree(Process process, ResourceKey key) => !_locks.ContainsKey(LockOf(process, key));

    public void Unlock(Process process, ResourceKey key)
    {
        if (_locks.GetValueOrDefault(LockOf(process, key)).Process == process) _locks.Remove(LockOf(process, key));
    }

    public void FreeLocksOf(Process process)
    {
        foreach (var held in _locks.Where(pair => pair.Value.Process == process).Select(pair => pair.Key).ToList()) _locks.Remove(held);
    }

    public void Wipe(Process process) => _volumes[process.Settings.Volume].Clear();

    /// <summary>The backup was made so many versions ago, and after the first one.</summary>
    public void RollBack(Process process, int versionsAgo)
    {
        foreach (var versions in _volumes[process.Settings.Volume].Values)
        {
            var kept = (int)Math.Max(versionsAgo == 1 ? 0 : 1, versions.Count - (long)versionsAgo);
            if (kept < versions.Count) versions.RemoveRange(kept, versions.Count - kept);
        }
    }

    /// <summary>The key is gone, and the repository makes another one.</summary>
    public void LoseFingerprintKey(bool isGivenUp)
    {
        if (isGivenUp) GivenUpKey = new Semel.FingerprintKey(FingerprintKey).Id;
        FingerprintKeys.Add([.. FingerprintKey.Select(part => (byte)(part + 1))]);
    }

    public void GiveCopy(Process process)
    {
        _volumes.Add(_volumes[0].ToDictionary(pair => pair.Key, pair => pair.Value.ToList()));
        (process.Machine, process.Settings.Volume) = (2, _volumes.Count - 1);
    }

    public void Heal() => IsFull = false;

    /// <summary>What the main volume holds now, or null.</summary>
    public StoredVersion? Current(ResourceKey key) => _volumes[0].TryGetValue(key, out var versions) && versions.Count > 0 ? versions[^1] : null;

    /// <summary>The current record of every volume.</summary>
    public IEnumerable<StoredVersion> Currents(ResourceKey key) => _volumes.Select(volume => volume.GetValueOrDefault(key)).OfType<List<StoredVersion>>().Where(versions => versions.Count > 0).Select(versions => versions[^1]);

    /// <summary>A record of the key was written with the id, whatever became of it.</summary>
    public bool EverHeld(ResourceKey key, string id) => _held.Contains((key, id));

    public void AddTo(ref Hash hash)
    {
        hash.Add(IsFull);
        hash.Add((int)FingerprintKey[0]);
        hash.Add(GivenUpKey);
        foreach (var volume in _volumes)
        {
            hash.Add(7);
            foreach (var versions in volume.Values)
            {
                hash.Add(versions.Count);
                foreach (var version in versions) hash.Add(version.Digest);
            }
        }

        foreach (var (key, holder) in _locks)
        {
            hash.Add(key.Machine);
            hash.Add(holder.Process.Index);
        }
    }

    private static (int, int, ResourceKey) LockOf(Process process, ResourceKey key) => (process.Machine, process.Settings.Volume, key);
}
