using System.Runtime.CompilerServices;

namespace Semel.Generator.Documents;

/// <summary>Reads values one after the other. Containers are stepped over by the index.</summary>
internal struct JsonCursor(SpecText text, JsonIndex index, int position, int container)
{
    private readonly char[] _chars = text.Chars;
    private int _container = container;

    public int Position { get; private set; } = position;

    private readonly char Current => Position < _chars.Length ? _chars[Position] : '\0';

    [MethodImpl(FastLoop.Options)]
    public void SkipWhitespace()
    {
        var at = Position;
        while (at < _chars.Length && _chars[at] is ' ' or '\n' or '\r' or '\t') at++;
        Position = at;
    }

    /// <summary>Steps over <paramref name="wanted"/> when it comes next, behind white space.</summary>
    public bool Take(char wanted)
    {
        SkipWhitespace();
        if (Current != wanted) return false;
        Position++;
        return true;
    }

    /// <summary>Behind a value: whether another one follows, or the container ends.</summary>
    public bool GoesOn(char closing) => Take(',') || (Take(closing) ? false : throw Unexpected($"',' or '{closing}'"));

    public SpecNode ReadValue()
    {
        SkipWhitespace();
        return Current switch
        {
            '{' or '[' => ReadContainer(),
            '"' => ReadString(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            't' => ReadWord("true", NodeKind.Boolean),
            'f' => ReadWord("false", NodeKind.Boolean),
            'n' => ReadWord("null", NodeKind.Null),
            _ => throw Unexpected("a value: an object, array, string, number, true, false or null"),
        };
    }

    /// <summary>A key and its colon.</summary>
    public string ReadKey(out int start, out int end)
    {
        SkipWhitespace();
        if (Current != '"') throw Unexpected("a key in double quotes");
        start = Position;
        end = JsonIndex.SkipString(text, start) + 1;
        var key = JsonString.Decode(text, start, end);
        Position = end;
        if (!Take(':')) throw Unexpected("':' after the key");
        return key;
    }

    public readonly SpecSyntaxException Unexpected(string expected)
    {
        if (Position >= _chars.Length) return new SpecSyntaxException(_chars.Length, _chars.Length, $"The document ends too early; expected {expected}");
        return new SpecSyntaxException(Position, Position + 1, $"Found '{SpecCharacter.Show(Current)}'; expected {expected}");
    }

    private SpecNode ReadContainer()
    {
        SpecNode node = Current == '{' ? new JsonMap(text, index, Position, _container) : new JsonSequence(text, index, Position, _container);
        Position = node.End;
        _container = index.After(_container);
        return node;
    }

    private JsonScalar ReadString()
    {
        var start = Position;
        Position = JsonIndex.SkipString(text, start) + 1;
        return new JsonScalar(text, NodeKind.String, start, Position);
    }

    private JsonScalar ReadNumber()
    {
        var start = Position;
        Position = JsonNumber.Skip(text, start);
        RequireEndOfWord();
        return new JsonScalar(text, NodeKind.Number, start, Position);
    }

    private JsonScalar ReadWord(string word, NodeKind kind)
    {
        var start = Position;
        if (string.CompareOrdinal(text.Slice(start, Math.Min(start + word.Length, _chars.Length)), word) != 0) throw Unexpected($"'{word}'");
        Position += word.Length;
        RequireEndOfWord();
        return new JsonScalar(text, kind, start, Position);
    }

    private readonly void RequireEndOfWord()
    {
        if (char.IsLetterOrDigit(Current) || Current is '.' or '_' or '-' or '+') throw Unexpected("the end of the value");
    }
}
