using Microsoft.CodeAnalysis;

namespace Semel.Analyzers;

/// <summary>The analyzers' diagnostics; the generator has its own.</summary>
internal static partial class DiagnosticCatalogue
{
    /// <summary>Where the pages of the rules are, one file per id.</summary>
    public const string HelpLinkBase = "docs/rules/";

    public static readonly DiagnosticDescriptor ModelMustBePartial = Error("SEM1001", "A model class is not partial",
        "'{0}' must be partial, because the generator writes a part of {1}; add 'partial' in front of its keyword");
    public static readonly DiagnosticDescriptor UnsupportedModel = Error("SEM1008", "This kind of class cannot be a model",
        "'{0}' is {1}, which cannot be a model; write 'public sealed partial class {0}' without type parameters");
    public static readonly DiagnosticDescriptor BlankDeclaration = Error("SEM1009", "The declaration has a blank document or path",
        "The {0} of '{1}' is blank; write {2}");

    public static IEnumerable<DiagnosticDescriptor> Descriptors => [ModelMustBePartial, UnsupportedModel, BlankDeclaration, .. Idempotency, .. Runtime];

    private static DiagnosticDescriptor Error(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message, params string[] tags) => Rule(id, title, message, DiagnosticSeverity.Warning, tags);

    private static DiagnosticDescriptor Information(string id, string title, string message) => Rule(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) => new(
        id, title, message, "Semel", severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id + ".md", customTags: tags);
}
