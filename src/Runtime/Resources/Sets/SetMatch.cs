using Semel.Protocol;

namespace Semel;

/// <summary>Which item of a list is which that is wanted. Each item is one only; what is told by more comes first.</summary>
internal sealed class SetMatch
{
    private readonly Dictionary<SetMember, SetItem> _found = [];
    private readonly List<SetItem> _left;

    public SetMatch(IEnumerable<SetMember> members, IReadOnlyList<SetItem> items, Func<SetMember, ResourceRecord?> recordOf)
    {
        _left = [.. items];
        List<SetMember> left = [.. members];
        foreach (var tells in new Func<SetMember, SetItem, bool>[]
        {
            (member, item) => recordOf(member) is LiveRecord live && live.Id == item.Id,
            (member, item) => member.Remote.Wanted.OwnershipOf(item.Body).Ownership == Ownership.Ours,
            (member, item) => member.Remote.Wanted.HasName(item.Body) && member.Remote.Wanted.OwnershipOf(item.Body).Ownership == Ownership.Unproven,
        })
        {
            foreach (var member in left.OrderByDescending(member => member.Remote.Wanted.Body.Count).ToList())
            {
                if (_left.Find(item => tells(member, item)) is not { } item) continue;
                _found.Add(member, item);
                _left.Remove(item);
                left.Remove(member);
            }
        }
    }

    /// <summary>What nothing that is wanted is.</summary>
    public IReadOnlyList<SetItem> Left => _left;

    public SetItem? Find(SetMember member) => _found.GetValueOrDefault(member);
}
