using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>
/// What the bindings of one document have read of it. Each part is read once; whoever meets it again is told again what is wrong in it.
/// </summary>
internal sealed class DocumentReading(DocumentFiles files)
{
    /// <summary>A document that is alone.</summary>
    public DocumentReading(SpecDocument document) : this(new DocumentFiles(document))
    {
    }

    public DocumentFiles Files { get; } = files;

    /// <summary>What references lead to, by the file that they stand in and their text.</summary>
    public Dictionary<(string File, string Reference), Located> Targets { get; } = [];

    public Dictionary<Located, Noted<Schema>> Schemas { get; } = [];

    /// <summary>Where a map that YAML's aliases lead to was met first.</summary>
    public Dictionary<SpecNode, Located> Places { get; } = [];

    /// <summary>By where its method stands and the path: two paths may lead to one item.</summary>
    public Dictionary<(SpecEntry Method, string Path), Noted<SpecOperation>> Operations { get; } = [];

    /// <summary>The models of errors by pointer; null: none can be made.</summary>
    public Dictionary<string, ErrorShape?> Errors { get; } = new(StringComparer.Ordinal);

    /// <summary>The same by what names them: replies that operations share are followed once.</summary>
    public Dictionary<SpecNode, ErrorShape?> ErrorsNamed { get; } = [];

    /// <summary>Which names of properties are a secret's.</summary>
    public Dictionary<string, bool> SecretNames { get; } = new(StringComparer.Ordinal);

    public PathIndex? Paths { get; set; }
}
