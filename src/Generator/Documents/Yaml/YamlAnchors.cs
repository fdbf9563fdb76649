namespace Semel.Generator.Documents;

/// <summary>
/// Finds what aliases mean. Every <c>&amp;name</c> in the text is a candidate (it may stand in a string or a comment); the nearest one in front
/// of the alias is believed when the way down from the root leads to a node with that very anchor.
/// </summary>
internal sealed class YamlAnchors(YamlSource source)
{
    private readonly Dictionary<int, YamlNode?> _nodes = [];
    private Dictionary<string, List<int>>? _candidates;
    private bool? _mayBeAny;

    /// <summary>False: no text looks like an alias of an anchor.</summary>
    public bool MayBeAny
    {
        get
        {
            lock (_nodes) return _mayBeAny ??= FindsAlias();
        }
    }

    /// <summary>The name behind an <c>&amp;</c> or <c>*</c>.</summary>
    public static string ReadName(YamlSource source, int indicator, int lineEnd)
    {
        var end = FindNameEnd(source.Chars, indicator + 1, lineEnd);
        if (end == indicator + 1) throw new SpecSyntaxException(indicator, indicator + 1, $"A name is missing behind '{source.Chars[indicator]}'; expected a name, or quotes around a value that begins so");
        return source.Text.Slice(indicator + 1, end);
    }

    public SpecNode Follow(YamlNode alias)
    {
        try
        {
            lock (_nodes) return Find(alias.Content.Alias!, alias);
        }
        catch (SpecSyntaxException error)
        {
            source.Text.Report(error);
            return new UnreadableNode(source.Text, alias.Start, alias.End);
        }
    }

    private YamlNode Find(string name, YamlNode alias)
    {
        _candidates ??= FindCandidates();
        if (_candidates.TryGetValue(name, out var offsets))
        {
            var nearest = offsets.BinarySearch(alias.Start);
            for (var i = (nearest < 0 ? ~nearest : nearest) - 1; i >= 0; i--)
            {
                if (FindNode(offsets[i]) is not { } node) continue;
                if (node.Contains(alias.Start)) throw new SpecSyntaxException(alias.Start, alias.End, $"The alias '*{name}' stands inside the node that it means; expected no cycle");
                return node;
            }
        }

        throw new SpecSyntaxException(alias.Start, alias.End, $"The alias '*{name}' means nothing; expected '&{name}' in front of a value above");
    }

    private YamlNode? FindNode(int anchor)
    {
        if (!_nodes.TryGetValue(anchor, out var node))
        {
            node = Descend(anchor);
            _nodes.Add(anchor, node);
        }

        return node;
    }

    private YamlNode? Descend(int anchor)
    {
        var node = source.Root;
        while (node is not null && node.Content.Anchor != anchor)
        {
            node = node.Content.Items.FirstOrDefault(item => item.Contains(anchor))
                ?? node.Content.Entries.Select(entry => (YamlNode)entry.Written).FirstOrDefault(value => value.Contains(anchor));
        }

        return node;
    }

    private Dictionary<string, List<int>> FindCandidates()
    {
        var candidates = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var chars = source.Chars;
        for (var i = Array.IndexOf(chars, '&'); i >= 0; i = Array.IndexOf(chars, '&', i + 1))
        {
            var end = FindNameEnd(chars, i + 1, chars.Length);
            if (end == i + 1) continue;
            var name = source.Text.Slice(i + 1, end);
            if (!candidates.TryGetValue(name, out var offsets)) candidates.Add(name, offsets = []);
            offsets.Add(i);
        }

        return candidates;
    }

    private bool FindsAlias()
    {
        _candidates ??= FindCandidates();
        if (_candidates.Count == 0) return false;
        var chars = source.Chars;
        for (var i = Array.IndexOf(chars, '*'); i >= 0; i = Array.IndexOf(chars, '*', i + 1))
        {
            var end = FindNameEnd(chars, i + 1, chars.Length);
            if (end > i + 1 && _candidates.ContainsKey(source.Text.Slice(i + 1, end))) return true;
        }

        return false;
    }

    private static int FindNameEnd(char[] chars, int start, int limit)
    {
        var end = start;
        while (end < limit && chars[end] is not (' ' or '\t' or '\n' or '\r') && !YamlCharacters.IsFlowIndicator(chars[end])) end++;
        return end;
    }
}
