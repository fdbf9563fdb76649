namespace Semel.Simulation;

/// <summary>Why a fault cannot strike at an await of a guarantee although its places name it: one entry, one reason.</summary>
internal static class Unreachable
{
    private static readonly (Func<Guarantee, FaultId, Await, bool> Is, string Why)[] Reasons =
    [
        ((guarantee, _, at) => at.Verb == Verb.Put && guarantee != Guarantee.Natural, "only a natural create is a PUT"),
        ((guarantee, fault, at) => at.Verb == Verb.Post && guarantee == Guarantee.Natural && fault == FaultId.EndsInError, "what becomes ready later is made by PUT here"),
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
