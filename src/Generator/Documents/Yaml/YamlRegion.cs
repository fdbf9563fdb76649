namespace Semel.Generator.Documents;

internal enum YamlPlace
{
    /// <summary>Behind <c>key:</c> or <c>---</c>: a block collection can begin on a line of its own only.</summary>
    Value,

    /// <summary>Behind <c>-</c>, <c>?</c> or an explicit <c>:</c>, or at a line's beginning: a block collection can begin at once.</summary>
    Compact,
}

/// <summary>The lines that belong to one node by their indentation, found without looking into them.</summary>
/// <param name="Start">Offset behind the indicator that announces the node.</param>
/// <param name="EndLine">The line behind its last one.</param>
/// <param name="Indent">The parent's indentation: what continues the node is indented further.</param>
internal readonly record struct YamlRegion(int Start, int Line, int EndLine, int Indent, YamlPlace Place, int Depth);
