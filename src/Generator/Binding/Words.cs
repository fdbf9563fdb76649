using System.Text;

namespace Semel.Generator.Binding;

/// <summary>Names of documents as words, and words as C# names.</summary>
internal static class Words
{
    private const int Kept = 4096;
    private const int LongestKept = 64;

    /// <summary>Names recur, in a document and between its edits: those met last are kept, each at one place.</summary>
    private static readonly Read?[] Known = new Read?[Kept];

    /// <summary>Lower-case words of <c>load_balancers</c>, <c>dropletActions</c>, <c>HTTPServer</c>.</summary>
    public static EquatableArray<string> Of(string name) => Find(name).Words;

    public static string Pascal(string name) => Find(name).Pascal;

    /// <summary>For comparing: without case and separators.</summary>
    public static string Flat(string name) => Find(name).Flat;

    /// <summary>The same with its last word in the singular.</summary>
    public static string One(string name) => Find(name).One;

    private static Read Find(string name)
    {
        if (name.Length > LongestKept) return new(name);
        ref var place = ref Known[name.GetHashCode() & (Kept - 1)];
        return place is { } known && known.Name == name ? known : place = new(name);
    }

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i < name.Length; i++)
        {
            var isPart = char.IsLetterOrDigit(name[i]);
            if (start >= 0 && (!isPart || IsHump(name, i)))
            {
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
                start = -1;
            }

            if (isPart && start < 0) start = i;
        }

        if (start >= 0) words.Add(name.Substring(start).ToLowerInvariant());
        return words;
    }

    private static bool IsHump(string name, int i) =>
        char.IsUpper(name[i])
        && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));

    /// <summary>In words, the sign in front of a number: <c>+1</c> and <c>-1</c> are two names.</summary>
    public static string Sign(string name) => name.Length > 1 && char.IsDigit(name[1]) ? name[0] switch
    {
        '+' => "Plus",
        '-' => "Minus",
        _ => "",
    } : "";

    public static string Pascal(IEnumerable<string> words)
    {
        var text = new StringBuilder();
        foreach (var word in words) text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        if (text.Length == 0) return "Value";
        if (char.IsDigit(text[0])) text.Insert(0, '_');
        return text.ToString();
    }

    public static string Camel(string name)
    {
        var text = Pascal(name);
        return char.ToLowerInvariant(text[0]) + text.Substring(1);
    }

    public static bool Same(string a, string b) => Flat(a) == Flat(b);

    /// <summary>Whether the words of <paramref name="name"/> end with those of <paramref name="end"/>.</summary>
    public static bool EndsWith(string name, string end)
    {
        var all = Of(name);
        var last = Of(end);
        return last.Count > 0 && last.Count <= all.Count && all.Skip(all.Count - last.Count).SequenceEqual(last);
    }

    /// <summary>A name as it was read.</summary>
    private sealed class Read(string name)
    {
        private string? _flat;
        private string? _one;
        private string? _pascal;

        public string Name => name;

        public EquatableArray<string> Words { get; } = Split(name).ToEquatableArray();

        public string Flat => _flat ??= string.Concat(Words);

        public string One => _one ??= string.Concat(Noun.Singular(Words));

        public string Pascal => _pascal ??= Binding.Words.Pascal(Words);
    }
}
