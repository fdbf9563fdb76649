namespace Semel.Generator.Documents;

/// <summary>The anchor and the tag in front of a node, and what they make of it.</summary>
internal sealed class YamlProperties(YamlSource source)
{
    private int _anchor = -1;
    private int _tagStart = -1;
    private int _tagEnd;
    private YamlTag _tag;

    public bool Any => _anchor >= 0 || _tagStart >= 0;

    /// <summary>Reads those at the offset and steps over them and the white space behind. False when there are none.</summary>
    public bool Read(ref int offset, int lineEnd, bool inFlow)
    {
        var start = offset;
        while (offset < lineEnd && source.Chars[offset] is '&' or '!')
        {
            if (source.Chars[offset] == '&') ReadAnchor(ref offset, lineEnd);
            else ReadTag(ref offset, lineEnd, inFlow);
            var isSeparated = source.IsBlankOrEnd(offset, lineEnd) || (inFlow && YamlCharacters.IsFlowIndicator(source.Chars[offset]));
            if (!isSeparated) throw new SpecSyntaxException(offset, offset + 1, "An anchor or tag is not separated from what follows; expected a space");
            offset = source.SkipBlanks(offset, lineEnd);
        }

        return offset > start;
    }

    public YamlContent Empty(int offset) => Scalar("", isPlain: true, offset, offset);

    public YamlContent Scalar(string raw, bool isPlain, int start, int end)
    {
        var kind = _tag == YamlTag.None && !isPlain ? NodeKind.String : CoreSchema.Resolve(_tag, raw);
        if (kind is null) throw new SpecSyntaxException(_tagStart, _tagEnd, $"The tag does not fit '{raw}'; expected a value of that kind");
        var text = kind switch
        {
            NodeKind.Boolean => raw.ToLowerInvariant(),
            NodeKind.Null => null,
            _ => raw,
        };
        return new YamlContent { Kind = kind.Value, Text = text, Raw = raw, Start = start, End = end, Anchor = _anchor };
    }

    public YamlContent Map(YamlEntries entries, int start, int end)
    {
        RequireTag(YamlTag.Map, "map");
        return new YamlContent { Kind = NodeKind.Map, Entries = entries.ToImmutable(), HasMerge = entries.HasMerge, Start = start, End = end, Anchor = _anchor };
    }

    public YamlContent Sequence(List<YamlNode> items, int start, int end)
    {
        RequireTag(YamlTag.Sequence, "sequence");
        return new YamlContent { Kind = NodeKind.Sequence, Items = [.. items], Start = start, End = end, Anchor = _anchor };
    }

    public YamlContent ForAlias(string name, int start)
    {
        if (Any) throw new SpecSyntaxException(start, start + 1 + name.Length, "An alias has an anchor or a tag; expected the alias alone");
        return new YamlContent { Kind = NodeKind.Null, Alias = name, Start = start, End = start + 1 + name.Length };
    }

    private void RequireTag(YamlTag wanted, string name)
    {
        if (_tag != YamlTag.None && _tag != YamlTag.NonSpecific && _tag != wanted)
            throw new SpecSyntaxException(_tagStart, _tagEnd, $"The tag does not fit a {name}; expected no tag, or that of a {name}");
    }

    private void ReadAnchor(ref int offset, int lineEnd)
    {
        var name = YamlAnchors.ReadName(source, offset, lineEnd);
        if (_anchor >= 0) throw new SpecSyntaxException(offset, offset + 1 + name.Length, "A node has two anchors; expected one");
        _anchor = offset;
        offset += 1 + name.Length;
    }

    private void ReadTag(ref int offset, int lineEnd, bool inFlow)
    {
        var end = offset;
        var isVerbatim = offset + 1 < lineEnd && source.Chars[offset + 1] == '<';
        while (end < lineEnd && !YamlCharacters.IsBlank(source.Chars[end]) && !(inFlow && !isVerbatim && YamlCharacters.IsFlowIndicator(source.Chars[end]))) end++;
        if (_tagStart >= 0) throw new SpecSyntaxException(offset, end, "A node has two tags; expected one");
        _tag = YamlTags.Parse(source, offset, end);
        _tagStart = offset;
        _tagEnd = end;
        offset = end;
    }
}
