using Semel.Generator.Binding.Operations;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding;

/// <summary>
/// Where all that is wrong stands at the attribute, the types of the resource that is most likely meant stand in, with what is wrong: so
/// that uses of the class, which are right, are no errors too. None of it can be run.
/// </summary>
internal static class StandIn
{
    /// <summary>Null where nothing can stand in.</summary>
    public static ResourceModel? For(ResourceModel failed, DocumentFiles files, CancellationToken cancellationToken)
    {
        var declaration = failed.Declaration;
        List<DiagnosticInfo> errors = [.. failed.Diagnostics.Where(diagnostic => diagnostic.IsError)];
        if (failed.Facts is not null || declaration.IsWhole || errors.Count == 0 || errors.Exists(error => error.Location != declaration.Location)) return null;
        if (Path(declaration.Path, files) is not { } path) return null;
        var overrides = new DeclaredOverrides(null, null, null, null, null, null, null, declaration.Overrides.Namespace);
        var meant = ResourceBinder.Bind(declaration with { Path = path, Overrides = overrides }, files, cancellationToken);
        return meant.Facts is null ? null : meant with { Declaration = declaration, Diagnostics = failed.Diagnostics };
    }

    /// <summary>The declared path, or where the document lacks it, the one that the message suggests first.</summary>
    private static string? Path(string declared, DocumentFiles files)
    {
        var paths = new PathTable(files.Root, new References(new DocumentReading(files), new DiagnosticBag()));
        return paths.Contains(declared) ? declared : Nearest.To(declared, paths.All).FirstOrDefault();
    }
}
