namespace Semel.Corpus.Tests.Documents;

/// <summary>Seeded damage to a document.</summary>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Tokens =
    [
        ":", ": ", " ", "  ", "\n", "\t", "\r", "-", "- ", "? ", "\"", "'", "{", "}", "[", "]", ",", "#", " #", "|", ">", "|+\n", ">-\n", "&a ", "*a", "!!str ", "!x ", "<<: ", "---\n", "...\n",
        "%", "\\", "\\u", "null", "0", "a", "\0", "\u0085", "\u2028", "é", "\uD83D", "x: y", "\"\\", "''", "// c", "NaN", "1e",
    ];

    public string Apply(string text)
    {
        var times = random.Next(1, 4);
        for (var i = 0; i < times; i++) text = Once(text);
        return text;
    }

    private string Once(string text) => random.Next(7) switch
    {
        0 => text.Remove(At(text), text.Length == 0 ? 0 : 1),
        1 => text.Insert(random.Next(text.Length + 1), Token()),
        2 => Replace(text),
        3 => text[..random.Next(text.Length + 1)],
        4 => OnLines(text, lines => lines.RemoveAt(random.Next(lines.Count))),
        5 => OnLines(text, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)])),
        _ => OnLines(text, Indent),
    };

    private string Token() => Tokens[random.Next(Tokens.Length)];

    private int At(string text) => text.Length == 0 ? 0 : random.Next(text.Length);

    private string Replace(string text)
    {
        if (text.Length == 0) return Token();
        var at = At(text);
        return string.Concat(text.AsSpan(0, at), Token(), text.AsSpan(at + 1));
    }

    private static string OnLines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines);
    }

    private void Indent(List<string> lines)
    {
        var at = random.Next(lines.Count);
        lines[at] = random.Next(2) == 0 ? " " + lines[at] : lines[at].StartsWith(' ') ? lines[at][1..] : lines[at];
    }
}
