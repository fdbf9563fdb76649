namespace Semel.Simulation;

/// <summary>A process: its machine, and its intentions one after the other until one fails.</summary>
internal sealed record ProcessSpec(int Machine, params IReadOnlyList<Intention> Intentions)
{
    public async Task RunAsync(World world, Process process)
    {
        using var client = world.Setup.Strategy.Start(world, process);
        foreach (var intention in Intentions)
        {
            var before = world.Server.Changes;
            process.Current = intention;
            world.Oracle.BeforeIntention(process, intention);
            var finished = await DoAsync(world, process, client, intention).ConfigureAwait(false);
            process.Finished.Add(finished);
            world.Tell($"{World.NameOf(process.Index)}: {intention} → {Describe(finished)}");
            world.Oracle.AfterIntention(process, finished, before);
            if (finished.Error is not null) return;
        }
    }

    public override string ToString() => $"[{string.Join(", ", Intentions)}{(Machine == 1 ? "" : $" on machine {Machine}")}]";

    private static async Task<Finished> DoAsync(World world, Process process, IClient client, Intention intention)
    {
        try
        {
            switch (intention)
            {
                case Create create:
                    return await client.CreateAsync(create, process.Cancellation.Token).ConfigureAwait(false);
                default:
                    // the program remembers the id from its create; here the state knows it
                    var id = world.Store.VersionsOf(process, Programs.Key(intention.Instance)) is [.., { Record: var record }] ? IdOf(record) : null;
                    if (id is not null) await client.DeleteAsync(id, process.Cancellation.Token).ConfigureAwait(false);
                    return new(intention, id, null, false, null);
            }
        }
        catch (Exception error) when (error is not HarnessException)
        {
            return new(intention, null, null, false, error);
        }
    }

    private static string? IdOf(ResourceRecord record) => record switch
    {
        LiveRecord live => live.Id,
        DeletingRecord deleting => deleting.Id,
        _ => null,
    };

    private static string Describe(Finished finished) => finished.Error is { } error
        ? $"{error.GetType().Name}: {error.Message}"
        : finished.Outcome is { } outcome ? $"{outcome} {finished.Id}" : finished.Id is null ? "nothing to do" : $"deleted {finished.Id}";
}
