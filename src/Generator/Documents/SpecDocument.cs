using Semel.Generator.Diagnostics;

namespace Semel.Generator.Documents;

/// <summary>A document that is indexed, and read where it is reached.</summary>
internal sealed class SpecDocument(SpecText text, SpecNode root)
{
    public string Path => text.Path;

    /// <summary>A null where nothing can be read.</summary>
    public SpecNode Root { get; } = root;

    /// <summary>Bad syntax met so far, in document order. Ask again after reading: a part that nobody reached is not looked at.</summary>
    public IReadOnlyList<DiagnosticInfo> Errors => text.Errors;

    /// <summary>Whether the last line lacks its line break: in YAML nothing else shows that the rest is missing. Of JSON it is bad syntax.</summary>
    public bool MayBeCutOff => Root is YamlNode && text.Length > 0 && text.Chars[text.Length - 1] is not ('\n' or '\r');

    /// <summary>Reaches every part, so that all bad syntax is met.</summary>
    public void ReadWhole(CancellationToken cancellationToken)
    {
        var seen = new HashSet<SpecNode>();
        var left = new Stack<SpecNode>([Root]);
        while (left.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = left.Pop();
            if (!seen.Add(node)) continue;
            _ = node.Text;
            foreach (var item in node.Items) left.Push(item);
            foreach (var entry in node.Entries) left.Push(entry.Value);
        }
    }
}
