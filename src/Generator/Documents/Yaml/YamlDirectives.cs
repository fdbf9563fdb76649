namespace Semel.Generator.Documents;

/// <summary><c>%YAML</c> and <c>%TAG</c>.</summary>
internal sealed class YamlDirectives(SpecText text)
{
    private const string CorePrefix = "tag:yaml.org,2002:";
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private bool _hasVersion;

    public bool Any { get; private set; }

    public void Read(int start, int end)
    {
        Any = true;
        var words = Words(text.Slice(start, end));
        switch (words[0])
        {
            case "%YAML":
                ReadVersion(words, start, end);
                break;
            case "%TAG":
                ReadTag(words, start, end);
                break;
        }
    }

    /// <summary>What a handle such as <c>!!</c> stands for, or null.</summary>
    public string? Prefix(string handle)
    {
        if (_prefixes.TryGetValue(handle, out var prefix)) return prefix;
        return handle switch { "!!" => CorePrefix, "!" => "!", _ => null };
    }

    private static string[] Words(string line)
    {
        var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var comment = Array.FindIndex(words, word => word[0] == '#');
        return comment < 0 ? words : [.. words.Take(comment)];
    }

    private void ReadVersion(string[] words, int start, int end)
    {
        if (_hasVersion) throw new SpecSyntaxException(start, end, "The version of YAML is said twice; expected it once");
        if (words.Length != 2 || words[1] is not ("1.0" or "1.1" or "1.2" or "1.3")) throw new SpecSyntaxException(start, end, "The version of YAML is not known; expected '%YAML 1.2'");
        _hasVersion = true;
    }

    private void ReadTag(string[] words, int start, int end)
    {
        if (words.Length != 3 || !IsHandle(words[1])) throw new SpecSyntaxException(start, end, "A tag directive is not complete; expected '%TAG !handle! prefix'");
        if (_prefixes.ContainsKey(words[1])) throw new SpecSyntaxException(start, end, $"The handle '{words[1]}' is declared twice; expected it once");
        _prefixes.Add(words[1], words[2]);
    }

    private static bool IsHandle(string word) =>
        word is "!" or "!!" || (word.Length > 2 && word[0] == '!' && word[word.Length - 1] == '!' && word.Skip(1).Take(word.Length - 2).All(c => char.IsLetterOrDigit(c) || c == '-'));
}
