using Microsoft.CodeAnalysis;
using Semel.Generator.Documents;

namespace Semel.Generator.Pipeline;

/// <summary>
/// The texts that the binding of a selection may reach, and, when it is done, those that it did. A later selection is equal to one that is
/// bound while each text that was reached is still there: so an edit of one file binds anew only what reaches it. Nobody knows that
/// before the binding, so it is noted here.
/// </summary>
internal sealed class ReachedTexts(TextTable texts) : IEquatable<ReachedTexts>
{
    private readonly Dictionary<string, AdditionalText?> _reached = new(StringComparer.Ordinal);
    private volatile bool _isBound;

    /// <summary>The text of a file relative to another one; null where there is none.</summary>
    public AdditionalText? Reach(string from, string file)
    {
        var path = RelativePath.Folder(from) + file;
        lock (_reached) return _reached.TryGetValue(path, out var known) ? known : _reached[path] = texts.Find(path);
    }

    /// <summary>The binding has come to its end: nothing else is reached.</summary>
    public void Bound() => _isBound = true;

    public bool Equals(ReachedTexts? other)
    {
        if (other is null) return false;
        if (ReferenceEquals(Texts, other.Texts)) return true;
        return _isBound ? other.Still(_reached) : other._isBound && Still(other._reached);
    }

    public override bool Equals(object? obj) => Equals(obj as ReachedTexts);

    public override int GetHashCode() => 0;

    private TextTable Texts => texts;

    private bool Still(Dictionary<string, AdditionalText?> reached) => reached.All(text => ReferenceEquals(texts.Find(text.Key), text.Value));
}
