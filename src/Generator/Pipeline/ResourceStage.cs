using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Emit;
using Semel.Generator.Model;

namespace Semel.Generator.Pipeline;

/// <summary>A text that was opened, and where its errors are reported.</summary>
internal sealed record OpenedText(string Path, SourceText Text);

/// <summary>Opens the text of a file by its path relative to the declared document's folder; or else says why it can't.</summary>
internal delegate OpenedText? OpenText(string file, out string? problem);

/// <summary>Binds a declaration to the text of its document, and to those that its references lead to.</summary>
internal delegate ResourceModel BindText(ModelDeclaration declaration, OpenedText document, OpenText open, CancellationToken cancellationToken);

/// <summary>The bind stage: the only one that opens texts.</summary>
internal sealed class ResourceStage(BindText bind)
{
    public static BindText Binder()
    {
        var documents = new DocumentCache();
        return (declaration, document, open, cancellationToken) =>
        {
            var shared = Files(text => documents.Read(text.Path, text.Text, cancellationToken));
            var model = Model(shared);
            // bad syntax may be what another declaration reached; read alone, a declaration meets only its own, whatever the order
            return shared.Errors.Count == 0 ? model : Model(Files(text => SpecReader.Read(text.Path, text.Text, cancellationToken)));

            ResourceModel Model(DocumentFiles files)
            {
                var bound = ResourceBinder.Bind(declaration, files, cancellationToken);
                return StandIn.For(bound, files, cancellationToken) ?? bound;
            }

            DocumentFiles Files(Func<OpenedText, SpecDocument> read) =>
                new(read(document), (string file, out string? problem) => open(file, out problem) is { } text ? read(text) : null);
        };
    }

    public BoundResource Bind(DocumentSelection selection, CancellationToken cancellationToken)
    {
        var bound = BindSelection(selection, cancellationToken);
        selection.Others.Bound();
        // the model stands without what the attribute says wrongly: nothing else seems wrong then
        return bound with { Model = bound.Model with { Diagnostics = selection.Declaration.Problems.Concat(bound.Model.Diagnostics).ToEquatableArray() } };
    }

    private BoundResource BindSelection(DocumentSelection selection, CancellationToken cancellationToken)
    {
        var declaration = selection.Declaration;
        if (selection.Text is not { } text) return Failed(selection, declaration.Document, selection.Problem);
        if (string.IsNullOrWhiteSpace(declaration.Path) && !declaration.IsWhole) return Failed(selection, text.Path, problem: null);
        if (ConstructorProblem(declaration) is { } problem) return Failed(selection, text.Path, problem);
        if (text.GetText(cancellationToken) is not { } source)
            return Failed(selection, text.Path, DiagnosticInfo.Create("SEM2001", declaration.Location, $"'{declaration.Document}' {CannotBeOpened}"));
        return new(text.Path, bind(declaration, new(text.Path, source), Open, cancellationToken));

        OpenedText? Open(string file, out string? problem)
        {
            var other = selection.Others.Reach(text.Path, file);
            var opened = other?.GetText(cancellationToken);
            problem = other is null ? $"'{file}' is not among this project's AdditionalFiles" : opened is null ? $"'{file}' {CannotBeOpened}" : null;
            return opened is null ? null : new(other!.Path, opened);
        }
    }

    private const string CannotBeOpened = "cannot be opened as a text; it is missing, binary or not readable";

    private static BoundResource Failed(DocumentSelection selection, string path, DiagnosticInfo? problem) =>
        new(path, new(selection.Declaration, RelativePath.FileName(path), null, [], [], problem is null ? [] : [problem]));

    private static DiagnosticInfo? ConstructorProblem(ModelDeclaration declaration)
    {
        var constructor = declaration.Constructor;
        if (constructor.Emit || (constructor.HttpClient is not null && constructor.Context is not null)) return null;
        string[] missing = [.. constructor.HttpClient is null ? ["HttpClient"] : (string[])[], .. constructor.Context is null ? ["SemelContext"] : (string[])[]];
        return DiagnosticInfo.Create("SEM1006", declaration.Location, declaration.Name, string.Join(" and no ", missing));
    }
}
