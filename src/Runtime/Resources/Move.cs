using Semel.Protocol;

namespace Semel;

/// <summary>Moves the record of a resource to another instance: the resource stays, and so does its id.</summary>
/// <remarks>
/// The new record is written first and names where it came from, then the old one says where it went. A crash in between is finished
/// by the next move or the next create that says <see cref="CreateOptions{T}.MovedFrom"/>; until then both lead to the one resource.
/// </remarks>
internal sealed class Move(SemelContext semel, ResourceKey from, ResourceKey to)
{
    private readonly RecordWriter _writer = new(semel);

    /// <summary>True when there was something to move, or it had been moved already.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (from == to) throw new ArgumentException($"{from} cannot be moved to itself.");
        var (first, second) = string.CompareOrdinal(from.Instance, to.Instance) < 0 ? (from, to) : (to, from); // one order, or two moves could wait for each other
        await using var one = await RunnerLock.RequireAsync(semel, first, cancellationToken).ConfigureAwait(false);
        await using var other = await RunnerLock.RequireAsync(semel, second, cancellationToken).ConfigureAwait(false);
        var source = await semel.Repository.FindAsync(from, cancellationToken).ConfigureAwait(false);
        var target = await semel.Repository.FindAsync(to, cancellationToken).ConfigureAwait(false);
        RequireMovable(from, to, source, target);
        switch (source, target)
        {
            case (MovedRecord moved, LiveRecord live) when moved.To == to.Instance && live.Id == moved.Id:
                return true;
            case (LiveRecord old, LiveRecord):
                await LeaveAsync(old, cancellationToken).ConfigureAwait(false);
                return true;
            case (LiveRecord old, _):
                await ArriveAsync(old, target, cancellationToken).ConfigureAwait(false);
                await LeaveAsync(old, cancellationToken).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The record that the new key has after a move, or without one.</summary>
    /// <exception cref="StateException">The move would be refused.</exception>
    public static ResourceRecord? Plan(ResourceKey from, ResourceKey to, ResourceRecord? source, ResourceRecord? target)
    {
        RequireMovable(from, to, source, target);
        return source is LiveRecord old && target is not LiveRecord ? Arrived(old, target, to, old.Provenance) with { Version = target?.Version ?? 0 } : target;
    }

    private static void RequireMovable(ResourceKey from, ResourceKey to, ResourceRecord? source, ResourceRecord? target)
    {
        switch (source, target)
        {
            case (LiveRecord old, LiveRecord live) when live.Id == old.Id && live.MovedFrom.Contains(from.Instance):
            case (LiveRecord, null or TombstoneRecord):
                return;
            case (LiveRecord, not null):
                throw new StateException($"{from} cannot be moved to {to}, which has a record of its own. Delete that resource first, or move it elsewhere.");
            case (IntentRecord or DeletingRecord, _):
                throw new StateException($"{from} cannot be moved while a create or a delete of it is not finished. Run it once under its old name first.");
        }
    }

    private async Task ArriveAsync(LiveRecord old, ResourceRecord? target, CancellationToken cancellationToken)
    {
        var arrived = Arrived(old, target, to, Because($"moved from '{from.Instance}'"));
        if (await _writer.TryWriteAsync(arrived, target?.Version ?? 0, cancellationToken).ConfigureAwait(false) is null)
            throw new StateException($"Another runner wrote the record of {to} meanwhile; look at it before moving again.");
    }

    private static LiveRecord Arrived(LiveRecord old, ResourceRecord? target, ResourceKey to, Provenance provenance) => old with
    {
        Key = to,
        Generation = Math.Max(old.Generation, (target?.Generation ?? 0) + 1),
        Superseded = [.. target?.Superseded ?? [], .. old.Superseded],
        Retiring = [.. target?.Retiring ?? [], .. old.Retiring],
        MarkerDropped = old.MarkerDropped || target?.MarkerDropped == true,
        MovedFrom = [.. old.MovedFrom, old.Key.Instance],
        Provenance = provenance,
    };

    private async Task LeaveAsync(LiveRecord old, CancellationToken cancellationToken)
    {
        var left = new MovedRecord
        {
            Key = from,
            Generation = old.Generation,
            Superseded = old.Superseded,
            MarkerDropped = old.MarkerDropped,
            Id = old.Id,
            To = to.Instance,
            Provenance = Because($"moved to '{to.Instance}'"),
        };
        if (await _writer.TryWriteAsync(left, old.Version, cancellationToken).ConfigureAwait(false) is null)
            throw new StateException($"Another runner wrote the record of {from} meanwhile; move it again.");
    }

    private Provenance Because(string reason) => new(semel.TimeProvider.GetUtcNow(), "", "", reason);
}
