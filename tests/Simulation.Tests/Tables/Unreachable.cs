namespace Semel.Simulation;

/// <summary>Why a fault cannot strike at an await of a guarantee although its places name it: one entry, one reason.</summary>
internal static class Unreachable
{
    private static readonly (Func<Guarantee, FaultId, Await, bool> Is, string Why)[] Reasons =
    [
        ((_, _, at) => at.Verb is Verb.Put or Verb.Patch, "no program of the simulation puts or patches"),
        ((guarantee, _, at) => guarantee == Guarantee.AtMostOnce && at.Verb == Verb.List, "the API has no list"),
    ];

    public static string? Why(Guarantee guarantee, FaultId fault, Await at)
    {
        foreach (var (matches, why) in Reasons)
        {
            if (matches(guarantee, fault, at)) return why;
        }

        return null;
    }
}
