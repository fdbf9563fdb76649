namespace Semel.Simulation;

/// <summary>What others do to the server, and its state as a hash.</summary>
internal sealed partial class SimulatedServer
{
    private static readonly ServerResource[] Crowd = [.. Enumerable.Range(1, 6).Select(number => new ServerResource { Id = $"s{number}", Name = $"crowd-{number}", Size = "small", CreatedAt = default })];

    public void FailOnPageThree()
    {
        IsCrowded = true;
        _pageThreeFailures = 1;
    }

    public void StrangerTakesName(TimeSpan now)
    {
        const string name = Programs.Name;
        if ((profile.HasUniqueNames || profile.HasClientAddresses) && Resources.Exists(resource => resource.IsLive && resource.Name == name)) return;
        Resources.Add(new() { Id = profile.HasClientAddresses ? name : NextId(), Name = name, Size = "small", CreatedAt = now, VisibleAt = now });
        Changes++;
    }

    public void StrangerDeletes(TimeSpan now)
    {
        if (Resources.Find(resource => resource.IsLive && resource.Owner is not null) is { } ours) Bury(ours, now);
    }

    public void StripMarkers()
    {
        foreach (var ours in Resources.Where(resource => resource.IsLive && resource.Owner is not null)) ours.Tags.Clear();
    }

    /// <summary>Somebody copies our resource with all that it carries.</summary>
    public void CopyOurs(TimeSpan now)
    {
        if (profile.HasUniqueNames || profile.HasClientAddresses || Resources.Find(resource => resource.IsLive && resource.Owner is not null) is not { } ours) return;
        Resources.Add(new() { Id = NextId(), Name = ours.Name, Size = ours.Size, Tags = [.. ours.Tags], CreatedAt = now, VisibleAt = now });
        Changes++;
    }

    /// <summary>What the server does by itself: what it accepted and could not make is gone.</summary>
    public void Advance(TimeSpan now)
    {
        foreach (var failed in Resources.Where(resource => resource.IsLive && resource.FailsAt <= now)) Bury(failed, failed.FailsAt!.Value);
    }

    /// <summary>What was deleted last is shown on.</summary>
    public void ShowDeleted()
    {
        if (Resources.FindLast(resource => !resource.IsLive) is { } deleted) deleted.IsShownAfterDelete = true;
    }

    public int LiveOf(string owner)
    {
        var live = 0;
        foreach (var resource in Resources)
        {
            if (resource.IsLive && resource.Owner == owner) live++;
        }

        return live;
    }

    public void Heal()
    {
        IsCrowded = false;
        _pageThreeFailures = 0;
    }

    public void AddTo(ref Hash hash)
    {
        hash.Add(Mutations > 0);
        hash.Add(IsCrowded);
        hash.Add(_pageThreeFailures);
        foreach (var resource in Resources)
        {
            hash.Add(resource.Id);
            hash.Add(resource.Name);
            hash.Add(resource.Owner);
            hash.Add(resource.Size);
            hash.Add(resource.Secret);
            foreach (var (until, size) in resource.Earlier)
            {
                hash.Add(until.Ticks);
                hash.Add(size);
            }

            hash.Add(resource.VisibleAt.Ticks);
            hash.Add(resource.CreatedAt.Ticks);
            hash.Add(resource.DeletedAt?.Ticks ?? -1);
            hash.Add(resource.IsShownAfterDelete);
            hash.Add(resource.EndsInError);
            hash.Add(resource.IsOfOtherAccount);
            hash.Add(resource.Attached > 0);
            hash.Add(resource.FailsAt?.Ticks ?? -1);
            foreach (var tag in resource.Tags) hash.Add(tag);
        }

        foreach (var (key, stored) in _keys)
        {
            hash.Add(key);
            hash.Add(stored.Body);
            hash.Add(stored.At.Ticks);
            hash.Add(stored.Reply.Status);
            hash.Add(stored.Id);
        }
    }
}
