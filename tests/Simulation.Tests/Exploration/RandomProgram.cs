namespace Semel.Simulation;

/// <summary>Programs of random histories.</summary>
internal static class RandomProgram
{
    private const int MaximumStages = 4;
    private const int MaximumRunners = 4;
    private const int Crowd = 16;

    private static readonly Recreate[] Beside = [Recreate.Force, Recreate.CreateFirst];

    public static Program New(Random random, Guarantee guarantee)
    {
        var (isApart, isFollowedUp, mayBeBeside) = (random.Next(8) == 0, random.Next(8) == 0, guarantee is Guarantee.Replay or Guarantee.Marker or Guarantee.AtMostOnce && random.Next(4) == 0);
        if (random.Next(60) == 0) return new Program("sixteen runners", [[.. Enumerable.Range(0, Crowd).Select(_ => new ProcessSpec(isApart ? random.Next(1, 3) : 1, new Create(Programs.Name)))]]);
        var stages = new List<IReadOnlyList<ProcessSpec>>();
        for (var left = random.Next(1, MaximumStages + 1); left > 0; left--)
        {
            var runners = random.Next(3) == 0 ? random.Next(2, MaximumRunners + 1) : 1;
            stages.Add([.. Enumerable.Range(0, runners).Select(_ => NewProcess())]);
        }

        return new Program("random", stages) { Pause = random.Next(2) == 0 ? TimeSpan.Zero : Times.Pause };

        ProcessSpec NewProcess() => new(isApart ? random.Next(1, 3) : 1, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => NewIntention())]);

        Intention NewIntention()
        {
            var instance = random.Next(5) == 0 ? "web-2" : Programs.Name;
            if (random.Next(3) == 0) return new Delete(instance);
            return new Create(instance, random.Next(6) == 0 ? "large" : "small") { IsFollowedUp = isFollowedUp, Recreate = NewRecreate(), Secret = random.Next(6) == 0 ? Programs.RotatedSecret : Programs.Secret };
        }

        Recreate NewRecreate() => random.Next(8) > 0 ? Recreate.Never : mayBeBeside ? Beside[random.Next(Beside.Length)] : Recreate.DeleteFirst;
    }
}
