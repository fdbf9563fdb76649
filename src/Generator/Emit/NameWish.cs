namespace Semel.Generator.Emit;

/// <summary>A name that is wanted, and what it may be where another one keeps it.</summary>
/// <param name="Identity">What tells this one from all others: a property's or a value's text, a path, a pointer.</param>
/// <param name="Alternatives">Names that follow from the identity, best first; a short hash of it comes after them.</param>
internal sealed record NameWish(string Wanted, string Identity, IReadOnlyList<string> Alternatives)
{
    /// <summary>The plainest keeps a contested name: the one of the fewest segments, then the shortest.</summary>
    public static IOrderedEnumerable<T> Plainest<T>(IEnumerable<T> all, Func<T, string> identity) => all
        .OrderBy(one => identity(one).Count(c => c == '/'))
        .ThenBy(one => identity(one).Length)
        .ThenBy(identity, StringComparer.Ordinal);

    /// <summary>A text's name with its punctuation spelled out: <c>red*</c> is <c>RedAsterisk</c>.</summary>
    public static NameWish OfText(string wanted, string text) => new(wanted, text, [EnumMemberNames.Spelled(text)]);
}
