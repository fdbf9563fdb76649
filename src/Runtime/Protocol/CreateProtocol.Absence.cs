namespace Semel.Protocol;

/// <summary>A resource that is gone, or that has to go: absent needs more than a 404 (rule 6), a delete is durable before it is sent (rule 9).</summary>
internal static partial class CreateProtocol
{
    /// <summary>404 on the recorded id. Absent needs more than that: age, the same credentials and, where there is one, a complete list.</summary>
    private static Decision WhenGone(CreatePolicy policy, LiveRecord live, DateTimeOffset asked, DateTimeOffset now)
    {
        if (asked - live.CreatedAt < policy.ListLag)
            return StopAbsence(policy, live, $"it is younger than the list lag of {policy.ListLag}");
        if (live.SeenBy != policy.Credential)
            return StopAbsence(policy, live, OtherCredentials(live.SeenBy, policy.Credential));
        if (live.InFlightUntil > now)
            return StopAbsence(policy, live, $"an earlier POST of it may still arrive until {live.InFlightUntil:u}");
        return policy.CanList
            ? new(new CreateState.ConfirmingAbsence(live), new Effect.ListFor(live.Id), "404 may mean forbidden: a complete list has to lack it too")
            : WhenAbsent(policy, live, now);
    }

    private static Decision WhenAbsent(CreatePolicy policy, LiveRecord live, DateTimeOffset now) => policy.Alone || policy.Deduplicates
        ? IntendReplacement(policy, live, retires: false, now, $"the recorded resource '{live.Id}' is confirmed to be gone")
        : StopBusy(policy, policy.Holder, $"the recorded resource '{live.Id}' is gone, and another runner holds its key");

    /// <summary>Until when something of it may arrive that must not come after its delete: a POST, and at an address that the next one has too, an update.</summary>
    public static DateTimeOffset? InFlightUntil(LiveRecord live, bool nameIsId) =>
        nameIsId && live.Update is { } update && !(live.InFlightUntil > update.InFlightUntil) ? update.InFlightUntil : live.InFlightUntil;

    /// <summary>No DELETE, and no new generation, while an attempt of the key may still be in flight.</summary>
    private static Decision RecreateWhenFree(CreatePolicy policy, LiveRecord live, Recreate how, DateTimeOffset now)
    {
        if (!policy.Alone) return StopBusy(policy, policy.Holder, $"another runner holds its key, and a new resource is wanted instead of '{live.Id}'");
        if (how != Recreate.Force && !policy.CanDelete) return StopNoDelete(policy, live);
        if (how == Recreate.CreateFirst && live.SeenBy != policy.Credential) return StopOtherOwner(policy, live);
        if (how != Recreate.DeleteFirst && KeepsItsPlace(policy, live)) return StopInTheWay(policy, live);
        return InFlightUntil(live, policy.NameIsId) is { } until && until > now
            ? Wait(new CreateState.WaitingToRecreate(live, how), until, "an earlier request for it may still arrive")
            : WhenFreeToRecreate(policy, live, how, now);
    }

    /// <summary>The API would refuse a second one beside it, or take it for the same.</summary>
    private static bool KeepsItsPlace(CreatePolicy policy, LiveRecord live) =>
        policy.NameIsId || (policy.Guarantee == Guarantee.UniqueName && (live.Input is null || policy.SameName(live.Input)));

    private static Decision WhenFreeToRecreate(CreatePolicy policy, LiveRecord live, Recreate how, DateTimeOffset now) => how switch
    {
        Recreate.Force => IntendReplacement(policy, live, retires: false, now, $"a new one is wanted beside '{live.Id}'"),
        Recreate.CreateFirst => IntendReplacement(policy, live, retires: true, now, $"a new one is wanted in place of '{live.Id}'"),
        Recreate.DeleteFirst or Recreate.Never => WriteDeleting(policy, live, now, $"'{live.Id}' is to be replaced"),
    };

    /// <summary>A delete of a recorded resource begins with its intent.</summary>
    public static Decision BeginDelete(CreatePolicy policy, LiveRecord live, DateTimeOffset now, string reason)
    {
        if (!policy.Alone) return StopBusy(policy, policy.Holder, $"'{live.Id}' is to be replaced, and another runner holds its key");
        return InFlightUntil(live, policy.NameIsId) is { } until && until > now
            ? Wait(new CreateState.WaitingToRecreate(live, Recreate.DeleteFirst), until, "an earlier request for it may still arrive")
            : WriteDeleting(policy, live, now, reason);
    }

    private static Decision WriteDeleting(CreatePolicy policy, LiveRecord live, DateTimeOffset now, string reason) =>
        new(new CreateState.BeginningDelete(live), new Effect.Write(Deleting(live, Because(now, reason)), live.Version, Cancellable: true), reason);

    /// <summary>The intent to delete a recorded resource.</summary>
    public static DeletingRecord Deleting(LiveRecord live, Provenance provenance) => new()
    {
        Key = live.Key,
        Generation = live.Generation,
        Superseded = [.. live.Superseded, .. live.Duplicates],
        Retiring = live.Retiring,
        MarkerDropped = live.MarkerDropped,
        Id = live.Id,
        CreatedAt = live.CreatedAt,
        Attributes = live.Attributes,
        Marker = live.Marker,
        SeenBy = live.SeenBy,
        Provenance = provenance,
    };

    /// <summary>What is left of a deleted resource.</summary>
    /// <param name="deleting">The intent to delete it.</param>
    /// <param name="inFlightUntil">Until when an earlier DELETE that got no reply may arrive.</param>
    /// <param name="provenance">Why.</param>
    public static TombstoneRecord Tombstone(DeletingRecord deleting, DateTimeOffset? inFlightUntil, Provenance provenance) => new()
    {
        Key = deleting.Key,
        Generation = deleting.Generation,
        Superseded = [.. deleting.Superseded, deleting.Id],
        Retiring = deleting.Retiring,
        MarkerDropped = deleting.MarkerDropped,
        Id = deleting.Id,
        Attributes = deleting.Attributes,
        InFlightUntil = inFlightUntil,
        Provenance = provenance,
    };

    /// <summary>Written again before it is finished: the runner that began it, if it is alive somewhere, then loses its next write.</summary>
    public static Decision ResumeDelete(DeletingRecord deleting, DateTimeOffset now)
    {
        var resumed = deleting with { Provenance = Because(now, "a delete was begun and must be finished first") };
        return new(new CreateState.BeginningDelete(null), new Effect.Write(resumed, deleting.Version, Cancellable: true), resumed.Provenance.Reason);
    }

    private static Decision FinishDelete(CreatePolicy policy, DeletingRecord deleting, LiveRecord? before, DateTimeOffset now) =>
        new(new CreateState.FinishingDelete(deleting, before), new Effect.Delete(deleting.Id, deleting.Marker, KeepsIdentity: false, now + policy.ReadTimeout), "the intent to delete is durable");

    private static Decision WhenDeleted(CreatePolicy policy, CreateState.FinishingDelete finishing, bool confirmed, DateTimeOffset asked, DateTimeOffset now)
    {
        var (deleting, before) = (finishing.Deleting, finishing.Before);
        if (confirmed) return Bury(policy, deleting, before is not null, now);
        if (deleting.CreatedAt + policy.ListLag is { } visible && visible > asked) return Wait(new CreateState.WaitingToDelete(deleting, before), visible, "a 404 right after a create proves nothing");
        if (deleting.SeenBy != policy.Credential) return StopCredential(policy, deleting);
        return policy.CanList
            ? new(new CreateState.ConfirmingDelete(deleting, before), new Effect.ListFor(deleting.Id), "404 may mean forbidden: a complete list has to lack it too")
            : Bury(policy, deleting, before is not null, now);
    }

    private static Decision WhenDeleteRefused(CreatePolicy policy, CreateState.FinishingDelete finishing, CreateEvent.DeleteRefused refused, DateTimeOffset now)
    {
        var failure = new Failure.Rejected($"'{finishing.Deleting.Id}' of {policy.Key} was not deleted: {refused.Evidence.TrimEnd('.')}. Nothing was created.", refused.Status, refused.Evidence, refused.Cause);
        if ((finishing.Before ?? refused.Before) is not { } before) return Stop(failure);
        var checking = new CreateState.CheckingRefused(finishing, before, failure);
        if (policy.CanRead) return new(checking, new Effect.Get(before.Id), "the DELETE was refused; an earlier one may have been applied");
        return finishing.Before is null ? Stop(failure) : Restore(checking, now);
    }

    private static Decision Restore(CreateState.CheckingRefused checking, DateTimeOffset now)
    {
        var restored = checking.Before with { Provenance = Because(now, checking.Then.Message) };
        return new(new CreateState.Restoring(checking.Then), new Effect.Write(restored, checking.Asked.Deleting.Version, Cancellable: false), restored.Provenance.Reason);
    }

    private static Decision Bury(CreatePolicy policy, DeletingRecord deleting, bool replaces, DateTimeOffset now)
    {
        var tombstone = Tombstone(deleting, replaces ? null : now + policy.ReadTimeout + policy.FlightTime, Because(now, replaces ? "deleted, to be replaced" : "a delete that an earlier run began is finished"));
        return new(new CreateState.Burying(tombstone, replaces), new Effect.Write(tombstone, deleting.Version, Cancellable: false), tombstone.Provenance.Reason);
    }
}
