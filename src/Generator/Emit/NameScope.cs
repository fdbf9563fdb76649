using System.Globalization;

namespace Semel.Generator.Emit;

/// <summary>Hands out names that are unique among each other.</summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _reserved = new(reserved, StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The wanted name; with <c>Value</c> behind it where it is reserved, with a number where it is taken.</summary>
    public string Take(string wanted, string suffix = "")
    {
        var name = Clear(wanted, suffix);
        var candidate = name + suffix;
        for (var number = 2; !IsFree(candidate); number++) candidate = name + number.ToString(CultureInfo.InvariantCulture) + suffix;
        _taken.Add(candidate);
        return candidate;
    }

    /// <summary>
    /// Names for several, those who keep a contested one first. The others get one that follows from themselves alone: so what is added
    /// later renames none of them.
    /// </summary>
    public IReadOnlyList<string> TakeAll(IReadOnlyList<NameWish> wishes, string suffix = "")
    {
        var names = new string?[wishes.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var wanted = Clear(wishes[i].Wanted, suffix) + suffix;
            if (!_reserved.Contains(wanted) && _taken.Add(wanted)) names[i] = wanted;
        }

        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is not null) continue;
            names[i] = Others(wishes[i], suffix).FirstOrDefault(IsFree) ?? Take(wishes[i].Wanted, suffix);
            _taken.Add(names[i]!);
        }

        return names!;
    }

    private IEnumerable<string> Others(NameWish wish, string suffix)
    {
        foreach (var alternative in wish.Alternatives) yield return Clear(alternative, suffix) + suffix;
        var name = Clear(wish.Wanted, suffix);
        var hash = StableHash.Of(wish.Identity);
        yield return $"{name}_{hash.Substring(0, 4)}{suffix}";
        yield return $"{name}_{hash}{suffix}";
    }

    private string Clear(string wanted, string suffix)
    {
        var name = Literals.CleanIdentifier(wanted);
        return _reserved.Contains(name + suffix) ? name + "Value" : name;
    }

    private bool IsFree(string name) => !_reserved.Contains(name) && !_taken.Contains(name);
}
