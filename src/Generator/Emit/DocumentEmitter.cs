using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Writes the file of a document's models.</summary>
internal static class DocumentEmitter
{
    public static SourceWriter Emit(DocumentModel document, CancellationToken cancellationToken)
    {
        var writer = GeneratedCode.Begin().Line($"namespace {document.Namespace};");
        foreach (var type in document.Types)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Gap();
            if (type is ObjectModel view) ViewEmitter.Emit(writer, view, document.DocumentName);
            else if (type is EnumModel values) EnumEmitter.Emit(writer, values, document.DocumentName);
        }

        return writer;
    }
}
