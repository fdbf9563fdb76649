using Semel.Protocol;

namespace Semel;

/// <summary>Removes from a set what is wanted no more: what was made here, and in a set that is ours alone everything else.</summary>
internal sealed class SetRemoval(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments, IReadOnlyDictionary<ResourceKey, ResourceRecord> records)
{
    private readonly ManagedKind _kind = new(http, semel, resource, arguments, create: null);

    /// <summary>The records of what is ours and wanted no more.</summary>
    public static IEnumerable<ResourceRecord> Stale(IEnumerable<ResourceRecord> records, IReadOnlyList<SetMember> members, ResourceDescriptor resource)
    {
        var wanted = members.Select(member => member.Key).ToHashSet();
        return records.Where(record => !wanted.Contains(record.Key) && record switch
        {
            LiveRecord live => resource.OwnsSet || !live.Adopted,
            DeletingRecord => true,
            IntentRecord intent => intent.Attempts.Any(attempt => attempt.State != AttemptState.NotApplied),
            _ => false,
        });
    }

    public async Task<EnsuredSet> RunAsync(IReadOnlyList<SetMember> members, SetMatch match, EnsuredSet ensured, CancellationToken cancellationToken)
    {
        var stays = ensured.Added.Concat(ensured.Changed).Concat(ensured.Kept).ToHashSet(StringComparer.Ordinal);
        var removed = new List<string>();
        foreach (var record in Stale(records.Values, members, resource))
        {
            var id = record switch
            {
                LiveRecord live => live.Id,
                DeletingRecord deleting => deleting.Id,
                IntentRecord intent => await SettleAsync(intent, match.Left, cancellationToken).ConfigureAwait(false),
                _ => null,
            };
            if (id is not null && !stays.Contains(id)) await RemoveAsync(record.Key, id).ConfigureAwait(false);
        }

        var others = match.Left.Select(item => item.Id).Where(id => !stays.Contains(id) && !removed.Contains(id)).ToList();
        if (!resource.OwnsSet) return ensured with { Removed = removed, Others = others };
        foreach (var id in others) await RemoveAsync(new ResourceKey(semel.Scope, resource.Model, InstanceName.Of(id, arguments)), id).ConfigureAwait(false);
        return ensured with { Removed = removed };

        async Task RemoveAsync(ResourceKey key, string id)
        {
            await _kind.DeleteAsync(key, id, cancellationToken).ConfigureAwait(false);
            removed.Add(id);
        }
    }

    /// <summary>An add that is in doubt and wanted no more: what it made, if anything, is recorded first, so that nothing of ours is left behind.</summary>
    /// <exception cref="UnknownException">It may still arrive.</exception>
    private async Task<string?> SettleAsync(IntentRecord intent, IReadOnlyList<SetItem> left, CancellationToken cancellationToken)
    {
        var name = resource.NameInRequest is { } path ? ResourceReader.Text(intent.Input, path) : intent.Key.Instance[InstanceName.Prefix(arguments).Length..];
        var isItsContent = resource.NameInRequest is null && !PathTemplate.HasParameter(resource.CreatePath, resource.IdParameter!);
        var member = await SetMember.OfAsync(http, semel, resource, arguments, isItsContent ? null : name, intent.Input, cancellationToken).ConfigureAwait(false);
        var made = left.Where(item => member.Remote.Wanted.OwnershipOf(item.Body).Ownership is var owner && (owner == Ownership.Ours || (owner == Ownership.Unproven && member.Remote.Wanted.HasName(item.Body)))).ToList();
        if (made.Count > 1) throw new AmbiguousMatchException(intent.Key, $"Several items of the set may be what an unfinished add of {intent.Key} made; none was removed.", [.. made.Select(item => item.Id)]);
        if (made.Count == 0 && CreateProtocol.LastArrival(intent, semel.Options) + semel.Options.ListLag is var visible && visible > semel.TimeProvider.GetUtcNow())
            throw new UnknownException(intent.Key, $"{intent.Key} is wanted no more, and an add of it that got no reply may still arrive or not be visible yet, until {visible:u}. Run again then.", null, null);
        var id = made.Count == 0 ? null : made[0].Id;
        await _kind.ResolveAsync(intent.Key, id, cancellationToken).ConfigureAwait(false);
        return id;
    }
}
