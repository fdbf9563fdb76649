using System.Text.Json.Nodes;
using Semel.Protocol;
using Semel.Workflows;

namespace Semel;

/// <summary>
/// Brings a set under a resource to what is wanted: first what is missing is added, each by a create of its own, then what is wanted no more is
/// removed. What others added stays, unless the set is ours alone. One list tells that nothing is to be done.
/// </summary>
internal sealed class SetReconciler(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments)
{
    private readonly ResourceReader _reader = new(http, semel, resource, arguments);
    private readonly List<string> _added = [];
    private readonly List<string> _changed = [];
    private readonly List<string> _kept = [];
    private Dictionary<ResourceKey, ResourceRecord> _records = [];

    public async Task<EnsuredSet> RunAsync(IEnumerable<(string? Name, JsonObject Body)> wanted, CancellationToken cancellationToken)
    {
        if (resource is not { List: not null, DeletePath: not null, IdParameter: not null }) throw new InvalidOperationException($"A set of {resource.Model} needs a list and a delete, and its descriptor names none.");
        var members = await MembersAsync(wanted, cancellationToken).ConfigureAwait(false);
        _records = await RecordsAsync(cancellationToken).ConfigureAwait(false);
        if (StepScope.Current is PlanScope or KeyScope) return await PlanAsync(members, cancellationToken).ConfigureAwait(false);

        var match = new SetMatch(members, await ListAsync(cancellationToken).ConfigureAwait(false), member => RecordOf(member.Key));
        RefuseConflicts(members, match);
        foreach (var member in members) await EnsureAsync(member, match.Find(member), cancellationToken).ConfigureAwait(false);
        return await new SetRemoval(http, semel, resource, arguments, _records).RunAsync(members, match, Ensured, cancellationToken).ConfigureAwait(false);
    }

    private EnsuredSet Ensured => new(_added, _changed, [], _kept, []);

    private ResourceRecord? RecordOf(ResourceKey key) => _records.GetValueOrDefault(key);

    /// <exception cref="ArgumentException">Two of them are one and not the same.</exception>
    private async Task<IReadOnlyList<SetMember>> MembersAsync(IEnumerable<(string? Name, JsonObject Body)> wanted, CancellationToken cancellationToken)
    {
        var members = new Dictionary<ResourceKey, SetMember>();
        foreach (var (name, body) in wanted)
        {
            var member = await SetMember.OfAsync(http, semel, resource, arguments, name, (JsonObject)body.DeepClone(), cancellationToken).ConfigureAwait(false);
            if (!members.TryAdd(member.Key, member) && members[member.Key].Policy.Input.Fingerprint != member.Policy.Input.Fingerprint)
                throw new ArgumentException($"The set is to have {member.Key} twice, with different values.");
        }

        return [.. members.Values];
    }

    private async Task<Dictionary<ResourceKey, ResourceRecord>> RecordsAsync(CancellationToken cancellationToken)
    {
        var (prefix, records) = (InstanceName.Prefix(arguments), new Dictionary<ResourceKey, ResourceRecord>());
        await foreach (var record in semel.Repository.ListAsync(semel.Scope, resource.Model, cancellationToken).ConfigureAwait(false))
            if (record.Key.Instance.StartsWith(prefix, StringComparison.Ordinal)) records.Add(record.Key, record);
        return records;
    }

    /// <exception cref="UnknownException">The list is not complete: nothing is added or removed.</exception>
    private async Task<IReadOnlyList<SetItem>> ListAsync(CancellationToken cancellationToken)
    {
        var (items, whole) = (new List<SetItem>(), new ResourceKey(semel.Scope, resource.Model, InstanceName.Prefix(arguments) + "*"));
        var failed = await _reader.ListAsync(null, null, item => items.Add(new(
            ResourceReader.IdOf(resource, item) ?? throw new InvalidDataException($"an item of the list has no id at '{resource.Id}'"), item)), cancellationToken).ConfigureAwait(false);
        return failed is null ? items : throw new UnknownException(whole, $"The set {whole} could not be listed ({failed.Evidence.TrimEnd('.')}): nothing was added or removed.", failed.Status, failed.Cause);
    }

    /// <summary>Before anything is sent: what another's item of the same name is like is not ours to change.</summary>
    private void RefuseConflicts(IReadOnlyList<SetMember> members, SetMatch match)
    {
        foreach (var member in members)
        {
            if (match.Find(member) is { } item && !IsOurs(RecordOf(member.Key)) && RecordOf(member.Key) is null or TombstoneRecord && !member.IsShownBy(item))
                throw new ConflictException(member.Key, $"'{item.Id}' is in the set, is not as wanted and was not made here: nothing was sent. Declare OwnsSet = true if the set is yours alone.", [item.Id]);
        }
    }

    private bool IsOurs(ResourceRecord? record) => resource.OwnsSet || record is LiveRecord { Adopted: false };

    private async Task EnsureAsync(SetMember member, SetItem? item, CancellationToken cancellationToken)
    {
        if (item is not null && IsSettled(member, item))
        {
            _kept.Add(item.Id);
            return;
        }

        var (done, _) = await CallOf(member).EnsureAsync(cancellationToken).ConfigureAwait(false);
        (done.Outcome switch
        {
            Outcome.Created or Outcome.Adopted => _added,
            Outcome.Updated => _changed,
            Outcome.Replaced => item is null ? _added : _changed,
            Outcome.Reused => _kept,
        }).Add(done.Live.Id);
    }

    /// <summary>It is there, it is as wanted, and nothing that was begun with it is left to do.</summary>
    private bool IsSettled(SetMember member, SetItem item) => RecordOf(member.Key) switch
    {
        null or TombstoneRecord => member.IsShownBy(item) && member.Remote.Wanted.OwnershipOf(item.Body).Ownership != Ownership.Ours,
        LiveRecord live => live.Id == item.Id && live is { Readiness: Readiness.Ready, Retiring.Count: 0, Update: null, ShownAs: not null }
            && !member.Policy.HasOtherKey(live.Secrets) && DriftCheck.Completed(member.Policy, live) is null
            && DriftCheck.Of(member.Policy, member.Policy.Readable(live), item.Body).Count == 0 && member.Policy.SecretWrites == SecretWrites.FingerprintThenWrite,
        _ => false,
    };

    /// <summary>
    /// An item is what it is called, or what it holds: one that is there when a create is in doubt is taken, and a list that lacks it after the flight
    /// time and the list lag proves that another may be sent. What was made here and is not as wanted is brought to it.
    /// </summary>
    private EnsureCall CallOf(SetMember member)
    {
        var policy = member.Policy;
        var onDrift = resource.OnDrift == OnDrift.Report ? OnDrift.Replace : resource.OnDrift;
        return new EnsureCall(new MemberRemote(member.Remote, _reader), semel, policy with
        {
            Guarantee = policy.Guarantee == Guarantee.AtMostOnce ? Guarantee.Marker : policy.Guarantee,
            CanRead = true,
            Verify = true,
            ReadsAfterCreate = policy.ReadsAfterCreate || !resource.ReplyIsResource,
            OnExists = OnExists.Adopt,
            OnDrift = IsOurs(RecordOf(member.Key)) ? onDrift : OnDrift.Report,
        });
    }

    /// <summary>The records tell what would be added and what would be removed.</summary>
    private async Task<EnsuredSet> PlanAsync(IReadOnlyList<SetMember> members, CancellationToken cancellationToken)
    {
        foreach (var member in members) await EnsureAsync(member, null, cancellationToken).ConfigureAwait(false);
        if (SetRemoval.Stale(_records.Values, members, resource).FirstOrDefault() is { } stale) StepScope.Current!.AllowChange($"taking {stale.Key} out of its set");
        return Ensured;
    }
}
