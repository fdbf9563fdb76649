using Microsoft.Extensions.Logging;

namespace Semel.Simulation;

/// <summary>Judges a history by what the server and the repository hold, never by what a client believes.</summary>
internal sealed class Oracle(World world)
{
    private static readonly byte[] Canary = System.Text.Encoding.UTF8.GetBytes(Programs.Secret);
    private readonly List<Violation> _violations = [];

    /// <summary>Creates of a second resource beside the first, by owner: those that leave it, and all.</summary>
    private readonly Dictionary<string, (int Forced, int Beside)> _wished = [];

    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Semel warned that a promise is lowered.</summary>
    public bool IsDetected { get; private set; }

    /// <summary>Faults that struck, with their places.</summary>
    public List<(FaultId Fault, Await At)> Strikes { get; } = [];

    /// <summary>A record was lost, or is an old one.</summary>
    public bool IsStateLost => Struck(FaultSets.StateIsLost);

    public void Struck(Fault fault, Await at) => Strikes.Add((fault.Id, at));

    /// <summary>Whether anything is to be done; and a wish for another resource raises what may live at once.</summary>
    public void BeforeIntention(Process process, Intention intention)
    {
        process.Quiet = Convergence.IsReached(world, process, intention) ? (Strikes.Count, process.Mutations) : null;
        if (intention is not Create { Recreate: Recreate.Force or Recreate.CreateFirst } create) return;
        var (forced, beside) = _wished.GetValueOrDefault(create.Owner);
        _wished[create.Owner] = (create.Recreate == Recreate.Force ? forced + 1 : forced, beside + 1);
    }

    /// <summary>I1, at every step.</summary>
    public void AfterApply()
    {
        foreach (var intention in world.Setup.Program.Closing.Intentions)
        {
            var live = world.Server.LiveOf(intention.Owner);
            if (live > 1 + _wished.GetValueOrDefault(intention.Owner).Beside + (world.Setup.ReplacesAfter ? 1 : 0)) Report(Invariant.I1, $"{live} live resources of {intention.Owner}");
        }

        CheckLeads();
    }

    public void AfterWrite(byte[] utf8)
    {
        if (utf8.AsSpan().IndexOf(Canary) >= 0) Report(Invariant.I6, "a record holds the secret");
        CheckLeads();
    }

    public void AfterLog(LogLevel level, string? name, string message)
    {
        if (message.Contains(Programs.Secret, StringComparison.Ordinal)) Report(Invariant.I6, $"the log holds the secret: {name}");
        if (name is "MarkerDropped") IsDetected = true;
    }

    /// <summary>I2, and I6 of what was thrown.</summary>
    public void AfterIntention(Process process, Finished finished, int changesBefore)
    {
        if (process.Quiet is { } quiet && quiet.Strikes == Strikes.Count && process.Mutations > quiet.Mutations) Report(Invariant.I5, $"{finished.Intention} sent {process.Mutations - quiet.Mutations} mutating requests for what is as it is wanted");
        process.Observe((ulong)(finished.Outcome is { } outcome ? (int)outcome : 99));
        if (finished.Error is { } error) Judge(error);
        if (finished is not { IsVerified: true, Id: { } id }) return;
        var named = world.Server.Resources.FindLast(resource => resource.Id == id && resource.IsLive) ?? world.Server.Resources.FindLast(resource => resource.Id == id);
        if (named is null || (!named.IsLive && named.DeletedIn <= changesBefore)) Report(Invariant.I2, $"the verified outcome {finished.Outcome} names '{id}', which is not alive");
        else if (named.Owner != finished.Intention.Owner && !(world.Setup.AdoptsByName && named.Owner is null)) Report(Invariant.I2, $"the verified outcome {finished.Outcome} names '{id}', which is somebody else's");
        else if (finished.Intention is Create && world.Setup.Descriptor.Ready is not null && named.IsLive && !IsSuccessor(id, changesBefore) && named.StatusAt(world.Now) != "active") Report(Invariant.I2, $"the verified outcome {finished.Outcome} names '{id}', which is not ready");
        if (!world.Store.EverHeld(Programs.Key(finished.Intention.Instance), id)) Report(Invariant.I2, $"no record ever held '{id}'");
    }

    /// <summary>At an address another one took the place of what the run saw, while it ran.</summary>
    private bool IsSuccessor(string id, int changesBefore) => world.Server.Resources.Exists(resource => resource.Id == id && !resource.IsLive && resource.DeletedIn > changesBefore);

    /// <summary>I3 in the end: what the last run's error lists is known too.</summary>
    public void CheckOrphans(Process last)
    {
        foreach (var resource in Orphans(main: true))
        {
            if (!last.Finished.Exists(finished => Candidates(finished.Error).Contains(resource.Id))) Report(Invariant.I3, $"nothing leads to '{resource.Id}' of {resource.Owner}");
        }
    }

    /// <summary>I3 at every step: a record, an intent or a marker leads to every live resource of ours.</summary>
    private void CheckLeads()
    {
        if (Orphans(main: false).FirstOrDefault() is { } orphan) Report(Invariant.I3, $"nothing leads to '{orphan.Id}' of {orphan.Owner}");
    }

    private IEnumerable<ServerResource> Orphans(bool main)
    {
        foreach (var resource in world.Server.Resources)
        {
            if (!resource.IsLive || resource.Owner is null) continue;
            if (world.Setup.Descriptor is { Marker: not null, List: not null } && resource.Tags.Exists(tag => tag.StartsWith(Marker.For(Programs.Key(resource.Owner), 1).IdentityText, StringComparison.Ordinal))) continue;
            var keys = world.Setup.Program.Keys[resource.Owner];
            var records = main ? keys.Select(world.Store.Current).OfType<StoredVersion>() : keys.SelectMany(world.Store.Currents);
            if (!records.Any(record => !record.IsWhole || LeadsTo(record.Record, resource))) yield return resource;
        }
    }

    /// <summary>I4: the last clean run did what was wanted, or stopped with an error that says why.</summary>
    public bool CheckConvergence(Process last)
    {
        var failed = last.Finished.Find(finished => finished.Error is not null);
        if (failed is not null)
        {
            if (failed.Error is not SemelException) Report(Invariant.I4, $"{failed.Intention} ends with {failed.Error!.GetType().Name}: {failed.Error.Message}");
            return false;
        }

        foreach (var finished in last.Finished)
        {
            // a delete goes by the record: of what none names, or one that is lost, it promises nothing
            if (finished is { Intention: Delete, Id: null } && (Struck(FaultSets.StateIsLost) || world.Store.Current(Programs.Key(finished.Intention.Instance))?.Record is not TombstoneRecord)) continue;
            var live = world.Server.Resources.Where(resource => resource.IsLive && IsOurs(resource, finished)).ToList();
            var forced = _wished.GetValueOrDefault(finished.Intention.Owner).Forced + SaidToBeTooMany(finished);
            if (live.Count < finished.Intention.Wanted || live.Count > finished.Intention.Wanted + forced) Report(Invariant.I4, $"{finished.Intention} succeeded, yet {live.Count} resources are alive");
            else if (finished.Intention.Wanted > 0 && !live.Exists(resource => resource.Id == finished.Id)) Report(Invariant.I4, $"{finished.Intention} names '{finished.Id}', yet '{live[0].Id}' is alive");
            else if (finished.Intention is Create create && live.Find(resource => resource.Id == finished.Id && resource.Owner == create.Owner) is { } there) CheckContent(finished, create, there);

            if (finished.Intention is Create { IsFollowedUp: true } && live.Exists(resource => resource.Id == finished.Id)) CheckFollowedUp(finished, live.Find(resource => resource.Id == finished.Id)!);
        }

        return true;
    }

    /// <summary>What a server made though it promised not to: the record lists them, and each run says so.</summary>
    private int SaidToBeTooMany(Finished finished) => world.Store.Current(Programs.Key(finished.Intention.Instance))?.Record is LiveRecord live ? live.Duplicates.Count : 0;

    /// <summary>It is as it is wanted, or is said not to be. What was changed after a record that is lost, or under a key of fingerprints that was given up, nothing tells.</summary>
    private void CheckContent(Finished finished, Create create, ServerResource there)
    {
        var (isStateLost, isKeyGivenUp) = (Struck(FaultSets.StateIsLost), Struck([FaultId.FingerprintKeyGivenUp]));
        var isOtherSize = there.Size != create.Size && !isStateLost;
        var isOtherSecret = there.Secret != create.Secret && !isStateLost && !isKeyGivenUp;
        if (finished.SaysDrift) IsDetected = true;
        else if (isOtherSize || isOtherSecret) Report(Invariant.I4, $"{create} succeeded, yet the {(isOtherSize ? $"size of '{there.Id}' is {there.Size}" : $"secret of '{there.Id}' is another one")}");
    }

    /// <summary>What follows a create is done, and recorded as done.</summary>
    private void CheckFollowedUp(Finished finished, ServerResource named)
    {
        if (world.Store.Current(Programs.Key(finished.Intention.Instance))?.Record is not LiveRecord live || live.Adopted) return;
        if (named.Attached == 0) Report(Invariant.I4, $"{finished.Intention} succeeded, yet nothing followed the create of '{named.Id}'");
        else if (!live.DoneFollowUps.Contains(Programs.FollowUp)) Report(Invariant.I4, $"what followed the create of '{named.Id}' is not recorded");
    }

    /// <summary>I4: what never comes to rest converges never.</summary>
    public void GoesOnForever(string how)
    {
        _violations.RemoveAll(violation => violation.Invariant == Invariant.I4);
        Report(Invariant.I4, how);
        _violations[^1] = _violations[^1] with { IsEndless = true };
    }

    /// <summary>I7: what an API may expect of one run.</summary>
    public void SendsTooMuch(string what) => Report(Invariant.I7, what);

    /// <summary>I5: a converged program changes nothing.</summary>
    public void CheckQuiet(int mutations, int writes)
    {
        if (mutations > 0) Report(Invariant.I5, $"a converged program sent {mutations} mutating requests");
        if (writes > 0) Report(Invariant.I5, $"a converged program wrote {writes} record versions");
    }

    public void AddTo(ref Hash hash)
    {
        hash.Add(IsDetected);
        hash.Add(Struck(FaultSets.StateIsLost));
        hash.Add(Struck([FaultId.FingerprintKeyGivenUp]));
        foreach (var (forced, beside) in _wished.Values) hash.Add((forced * 64) + beside);
        foreach (var violation in _violations) hash.Add((int)violation.Invariant);
    }

    private static IReadOnlyList<string> Candidates(Exception? error) => error switch
    {
        ConflictException conflict => conflict.Candidates,
        AmbiguousMatchException several => several.Candidates,
        IndeterminateException indeterminate => indeterminate.Candidates,
        _ => [],
    };

    private bool IsOurs(ServerResource resource, Finished finished) =>
        resource.Owner == finished.Intention.Owner || (world.Setup.AdoptsByName && resource.Owner is null && resource.Id == finished.Id);

    private bool LeadsTo(ResourceRecord record, ServerResource resource) => record switch
    {
        _ when record.Retiring.Contains(resource.Id) => true,
        _ when record.Superseded.Contains(resource.Id) && _wished.GetValueOrDefault(resource.Owner!).Forced > 0 => true,
        LiveRecord live => live.Id == resource.Id || live.Duplicates.Contains(resource.Id),
        DeletingRecord deleting => deleting.Id == resource.Id,
        IntentRecord intent => intent.Attempts.Any(attempt => attempt.State != AttemptState.NotApplied),
        _ => false,
    };

    private void Judge(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause.Message.Contains(Programs.Secret, StringComparison.Ordinal)) Report(Invariant.I6, "an exception holds the secret");
        }
    }

    private bool Struck(IReadOnlyList<FaultId> any)
    {
        foreach (var (fault, _) in Strikes)
        {
            if (any.Contains(fault)) return true;
        }

        return false;
    }

    private void Report(Invariant invariant, string what)
    {
        if (_violations.Exists(violation => violation.Invariant == invariant)) return;
        _violations.Add(new(invariant, what));
        world.Tell($"** {invariant}: {what}");
    }
}
