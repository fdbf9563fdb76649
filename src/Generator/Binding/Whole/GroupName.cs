using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Whole;

/// <summary>
/// What operations without a resource are grouped by: the path's first own segment, without its parameters. A segment that names an action
/// says its group in front of a dot (<c>chat.postMessage</c>), or else behind the verb (<c>getUser</c>).
/// </summary>
internal sealed class GroupName : IClassName
{
    private readonly IReadOnlyList<string> _words;

    private GroupName(string name, IReadOnlyList<string> words) => (Name, _words) = (name, words);

    /// <summary>In Pascal case: <c>Account</c>.</summary>
    public string Name { get; }

    public static GroupName Of(string path)
    {
        var (words, _) = Split(path);
        return words.Count == 0 ? new("Root", words) : new(Words.Pascal(words), words);
    }

    public IReadOnlyList<string> WithoutLeading(IReadOnlyList<string> words) =>
        _words.Count > 0 && words.Count >= _words.Count && words.Take(_words.Count).SequenceEqual(_words) ? [.. words.Skip(_words.Count)] : words;

    public bool IsNamed(IReadOnlyList<string> words) => words.Count > 0 && Noun.Singular(words).SequenceEqual(Noun.Singular(_words));

    public IReadOnlyList<string> Rest(string path) => Split(path).Others;

    /// <summary>The id <c>balance_get</c> of <c>/customers/my/balance</c> names the balance, and the path whose.</summary>
    public IReadOnlyList<string>? Fuller(IReadOnlyList<string> what, string path)
    {
        var rest = Rest(path);
        return what.Count > 0 && rest.Count > what.Count && !MethodNames.IsVerb(rest[0]) && rest.Skip(rest.Count - what.Count).SequenceEqual(what) ? rest : null;
    }

    private static (IReadOnlyList<string> Group, IReadOnlyList<string> Others) Split(string path)
    {
        var own = ResourceNames.Own(path);
        var first = own.FindIndex(segment => segment.Words.Count > 0);
        if (first < 0) return ([], []);
        var (text, words) = own[first];
        List<string> behind = [.. own.Skip(first + 1).SelectMany(segment => segment.Words)];
        var dot = text.IndexOf('.');
        if (dot > 0 && Words.Of(text.Substring(0, dot)) is { Count: > 0 } front) return (front, [.. words.Skip(front.Count), .. behind]);
        return behind.Count == 0 && words.Count > 1 && MethodNames.IsVerb(words[0]) ? ([.. words.Skip(1)], words) : (words, behind);
    }
}
