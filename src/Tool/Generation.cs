using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Emit;
using Semel.Generator.Pipeline;

namespace Semel.Tool;

/// <summary>What was generated of a document, in memory.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Sources">The files' names and texts, as UTF-8.</param>
/// <param name="Report">What was inferred, as Markdown.</param>
/// <param name="Messages">What is wrong with the document, and what was left out.</param>
/// <param name="Summary">How much it is.</param>
internal sealed record Generated(string DocumentName, IReadOnlyList<(string Name, ReadOnlyMemory<byte> Utf8)> Sources, Func<string> Report, IReadOnlyList<Message> Messages, string Summary)
{
    public bool HasError => Messages.Any(message => message.IsError);
}

/// <summary>The generator's own stages, without a compiler around them.</summary>
internal static class Generation
{
    /// <exception cref="UsageException">The document is not there, or a name is wrong.</exception>
    public static Generated Of(Selection selection)
    {
        var declarations = selection.Declarations();
        var root = new OpenedText(selection.Document, Read(selection.Document) ?? throw new UsageException($"{selection.Document} is not there{Nearest(selection.Document)}"));
        var bind = ResourceStage.Binder();
        var project = DocumentLinker.Link([.. declarations.Select(declaration => new BoundResource(selection.Document, bind(declaration, root, Open, CancellationToken.None)))], CancellationToken.None);
        List<Message> messages = [.. project.Diagnostics.Select(Message.Of).OrderBy(message => message.File, StringComparer.Ordinal).ThenBy(message => message.Line)];
        if (messages.Exists(message => message.IsError)) return new(Path.GetFileName(selection.Document), [], () => "", messages, "");
        IEnumerable<(string Name, Func<SourceWriter> Emit)> emits =
        [
            .. project.Documents.Select(model => (selection.Namespace.Length == 0 ? model.HintName : selection.Namespace + "." + model.HintName, (Func<SourceWriter>)(() => DocumentEmitter.Emit(model, CancellationToken.None)))),
            .. project.Classes.Where(model => model.Declaration.Property is null).Select(model => (model.HintName, (Func<SourceWriter>)(() => ModelClassEmitter.Emit(model, CancellationToken.None)))),
            .. project.Wholes.Select(model => (model.HintName, (Func<SourceWriter>)(() => WholeEmitter.Emit(model, CancellationToken.None)))),
        ];
        List<(string, ReadOnlyMemory<byte>)> sources = [.. emits.AsParallel().AsOrdered().Select(emit => (emit.Name, Utf8(emit.Emit().Text)))];
        return new(Path.GetFileName(selection.Document), sources, () => ReportEmitter.Text(project), messages, Summary(project));

        OpenedText? Open(string file, out string? problem)
        {
            // a document of somebody else's opens other documents, and nothing else of this machine
            var path = Path.Combine(Path.GetDirectoryName(selection.Document) ?? "", file);
            var text = Path.IsPathRooted(file) || !DocumentSelector.IsDocument(file) ? null : Read(path);
            problem = text is null ? $"there is no document '{file}' beside this one" : null;
            return text is null ? null : new(path, text);
        }
    }

    private static string Summary(LinkedProject project) => project.Wholes.Count > 0
        ? $"{Count(project.Wholes.Sum(whole => whole.Resources.Count), "resource")} and {Count(project.Wholes.Sum(whole => whole.Groups.Count), "group")} of plain calls"
        : Count(project.Classes.Count, "resource");

    private static string Count(int number, string of) => $"{number} {of}{(number == 1 ? "" : "s")}";

    /// <summary>Piece by piece: a large text is not put together first.</summary>
    private static ReadOnlyMemory<byte> Utf8(StringBuilder text)
    {
        using var bytes = new MemoryStream(text.Length + (text.Length / 16));
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            foreach (var piece in text.GetChunks()) writer.Write(piece.Span);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static SourceText? Read(string path) => File.Exists(path) ? SourceText.From(File.ReadAllText(path)) : null;

    /// <summary>What else is there.</summary>
    private static string Nearest(string document)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(document))!;
        if (!Directory.Exists(folder)) return $": there is no folder {Path.GetDirectoryName(document)}";
        var wanted = Path.GetFileName(document);
        var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)).Where(DocumentSelector.IsDocument)
            .OrderBy(name => EditDistance.Between(name, wanted)).ThenBy(name => name, StringComparer.Ordinal).Take(3).ToList();
        return names.Count == 0 ? "" : "; there is " + string.Join(", ", names);
    }
}

/// <summary>A message as compilers write it: <c>api.yaml(3,7): error SEM1001: …</c>, lines and columns from one.</summary>
internal sealed record Message(string File, int Line, int Column, DiagnosticSeverity Severity, string Id, string Text)
{
    public bool IsError => Severity == DiagnosticSeverity.Error;

    public bool IsWarning => Severity >= DiagnosticSeverity.Warning;

    public static Message Of(DiagnosticInfo diagnostic) => new(
        diagnostic.Location?.Path ?? "", (diagnostic.Location?.Lines.Start.Line ?? 0) + 1, (diagnostic.Location?.Lines.Start.Character ?? 0) + 1,
        DiagnosticCatalogue.Get(diagnostic.Id).DefaultSeverity, diagnostic.Id, diagnostic.Text);

    public override string ToString() => $"{File}({Line},{Column}): {(Severity == DiagnosticSeverity.Info ? "info" : Severity.ToString().ToLowerInvariant())} {Id}: {Text}";
}
