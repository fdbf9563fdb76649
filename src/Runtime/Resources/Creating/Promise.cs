namespace Semel;

/// <summary>What can be promised: the descriptor's guarantee, or the best below it, where this request or the descriptor lacks what it rests on.</summary>
internal static class Promise
{
    public static Guarantee Of(Wanted wanted)
    {
        var resource = wanted.Resource;
        var isNamed = wanted.IsFoundByName || (wanted.IsFoundByRead && resource.NameInResource is not null);
        return resource.Guarantee switch
        {
            Guarantee.Natural when wanted.IsChosen => Guarantee.Natural,
            Guarantee.Natural or Guarantee.Replay when resource.IdempotencyKey is not null => Guarantee.Replay,
            Guarantee.UniqueName when isNamed => Guarantee.UniqueName,
            Guarantee.Natural or Guarantee.Replay or Guarantee.UniqueName or Guarantee.Marker when resource is { Marker: not null, List: not null } => Guarantee.Marker,
            _ => Guarantee.AtMostOnce, // never a unique name where the descriptor doesn't promise it: two of a name could be made
        };
    }
}
