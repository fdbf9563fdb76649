using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Emit;
using Semel.Generator.Model;

namespace Semel.Generator.Pipeline;

/// <summary>Binds a declaration to the text of its document.</summary>
internal delegate ResourceModel BindText(ModelDeclaration declaration, string path, SourceText text, CancellationToken cancellationToken);

/// <summary>The bind stage: the only one that opens a text.</summary>
internal sealed class ResourceStage(BindText bind)
{
    public static BindText Binder()
    {
        var documents = new DocumentCache();
        return (declaration, path, text, cancellationToken) =>
        {
            var shared = documents.Read(path, text, cancellationToken);
            var model = ResourceBinder.Bind(declaration, shared, cancellationToken);
            // bad syntax may be what another declaration reached; read alone, a declaration meets only its own, whatever the order
            return shared.Errors.Count == 0 ? model : ResourceBinder.Bind(declaration, SpecReader.Read(path, text, cancellationToken), cancellationToken);
        };
    }

    public BoundResource Bind(DocumentSelection selection, CancellationToken cancellationToken)
    {
        var declaration = selection.Declaration;
        if (selection.Text is not { } text) return Failed(selection, declaration.Document, selection.Problem);
        if (string.IsNullOrWhiteSpace(declaration.Path)) return Failed(selection, text.Path, problem: null);
        if (ConstructorProblem(declaration) is { } problem) return Failed(selection, text.Path, problem);
        if (text.GetText(cancellationToken) is not { } source)
            return Failed(selection, text.Path, DiagnosticInfo.Create("SEM2001", declaration.Location, $"'{declaration.Document}' cannot be opened as a text; it is missing, binary or not readable"));
        return new(text.Path, bind(declaration, text.Path, source, cancellationToken));
    }

    private static BoundResource Failed(DocumentSelection selection, string path, DiagnosticInfo? problem) =>
        new(path, new(selection.Declaration, DocumentSelector.FileName(path), null, [], [], problem is null ? [] : [problem]));

    private static DiagnosticInfo? ConstructorProblem(ModelDeclaration declaration)
    {
        var constructor = declaration.Constructor;
        if (constructor.Emit || (constructor.HttpClient is not null && constructor.Context is not null)) return null;
        string[] missing = [.. constructor.HttpClient is null ? ["HttpClient"] : (string[])[], .. constructor.Context is null ? ["SemelContext"] : (string[])[]];
        return DiagnosticInfo.Create("SEM1006", declaration.Location, declaration.Name, string.Join(" and no ", missing));
    }
}
