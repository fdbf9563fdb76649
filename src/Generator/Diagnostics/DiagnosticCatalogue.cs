using Microsoft.CodeAnalysis;

namespace Semel.Generator.Diagnostics;

/// <summary>The generator's diagnostics. 1xxx: declarations, 2xxx: the OpenAPI document, 3xxx: idempotency.</summary>
internal static class DiagnosticCatalogue
{
    /// <summary>Where the pages of the rules are, one file per id.</summary>
    public const string HelpLinkBase = "docs/rules/";

    private static readonly Dictionary<string, DiagnosticDescriptor> All = [];

    public static readonly DiagnosticDescriptor DocumentNotFound = Error("SEM1002", "The document is not an AdditionalFiles item",
        "'{0}' is not among this project's AdditionalFiles; add <AdditionalFiles Include=\"{0}\" /> to the project{1}");
    public static readonly DiagnosticDescriptor DocumentAmbiguous = Error("SEM1003", "The document's name fits several files",
        "'{0}' fits {1}; write as many folders in front of the name as make it unique");
    public static readonly DiagnosticDescriptor PathNotFound = Error("SEM1004", "The document has no such path",
        "'{0}' has no path '{1}'{2}");
    public static readonly DiagnosticDescriptor NoCreateOperation = Error("SEM1005", "The path has no create operation",
        "'{1}' in '{0}' has no POST and no PUT that creates, so there is nothing to create{2}");
    public static readonly DiagnosticDescriptor ClientNotFound = Error("SEM1006", "The class gives no client or no context",
        "'{0}' declares a constructor, and it has no {1} in a field, a property or a primary-constructor parameter; add one, or declare no constructor");
    public static readonly DiagnosticDescriptor PropertyNotFound = Error("SEM1007", "An override names a property that the document doesn't have",
        "{0} = \"{1}\" names no property of {2}{3}");

    public static readonly DiagnosticDescriptor MarkerNotFound = Error("SEM1010", "The guarantee needs a marker field that the document doesn't have",
        "Guarantee = Guarantee.Marker needs a field of {0} that request and resource share and that carries the marker; name it with Marker = \"…\"");

    public static readonly DiagnosticDescriptor GoneNotUnderstood = Error("SEM1011", "Gone doesn't say how a resource is gone",
        "Gone = \"{0}\" cannot be used: {1}");

    public static readonly DiagnosticDescriptor ReadyNotUnderstood = Error("SEM1012", "Ready or Failed doesn't say when a resource is ready or failed",
        "{0} cannot be used: {1}");

    public static readonly DiagnosticDescriptor KeyNotUnderstood = Error("SEM1013", "The idempotency key is declared so that it cannot be sent",
        "{0} cannot be used: {1}");

    public static readonly DiagnosticDescriptor CannotBePromised = Error("SEM1014", "The declaration contradicts how the path creates",
        "{0} cannot be used: {1}");

    public static readonly DiagnosticDescriptor OverrideOfOneResource = Error("SEM1015", "A fact of one resource is declared of a whole document",
        "{0} says something of one resource, and the declaration is of a whole document; declare that resource in a class of its own, with its path");

    public static readonly DiagnosticDescriptor OperationNotFound = Error("SEM1016", "An override names an operation or a parameter that the document doesn't have",
        "{0} = \"{1}\" names no {2}{3}");

    public static readonly DiagnosticDescriptor CannotBeIdempotent = Error("SEM1017", "A method cannot be made idempotent", "'{0}' cannot be made idempotent: {1}");
    public static readonly DiagnosticDescriptor KeyUnusable = Error("SEM1018", "The key of an idempotent create cannot be used", "The key of '{0}' cannot be used: {1}");
    public static readonly DiagnosticDescriptor CoreNotFound = Error("SEM1019", "The core of an idempotent create is missing", "'{0}' is written over a method of yours, and there is none: {1}");
    public static readonly DiagnosticDescriptor CreatedIdNotFound = Error("SEM1020", "The id of an idempotent create cannot be found", "The id of what '{0}' creates cannot be found: {1}");
    public static readonly DiagnosticDescriptor PartnerUnusable = Error("SEM1021", "A method that an idempotent create names cannot be used", "{1} of '{0}' cannot be used: {2}");
    public static readonly DiagnosticDescriptor ReadNotFound = Error("SEM1022", "An idempotent create has no read",
        "'{0}' returns more than an id, and nothing reads it again: name a method that takes the id and returns {1} with Read = nameof(…), or return the id alone");
    public static readonly DiagnosticDescriptor ContextNotFound = Error("SEM1023", "An idempotent create is given no context",
        "'{0}' has no SemelContext: give '{1}' a field, a property or a primary-constructor parameter of that type, or the method a parameter; or an IDataRepository, and say Scope = \"…\"");
    public static readonly DiagnosticDescriptor DeclarationRestsOnNothing = Error("SEM1024", "An idempotent create declares what nothing supports", "{1} of '{0}' cannot be kept: {2}");
    public static readonly DiagnosticDescriptor ModelTakenTwice = Error("SEM1025", "Two idempotent creates keep their records under one model",
        "'{0}' keeps its records under '{1}', and so does another create of the type: give one of them another name with Model = \"…\"");
    public static readonly DiagnosticDescriptor CannotBeDecorated = Error("SEM1026", "An interface cannot be decorated", "'{0}' cannot be decorated: {1}");

    public static readonly DiagnosticDescriptor NoMemberOfEnum = Error("SEM1027", "A value of an attribute is no member of its enum", "{0} = {1} means nothing; write one of {2}");

    public static readonly DiagnosticDescriptor DocumentUnreadable = Error("SEM2001", "The document cannot be read", "{0}");
    public static readonly DiagnosticDescriptor NotOpenApi = Error("SEM2002", "The document is not an OpenAPI document that can be read", "{0}");
    public static readonly DiagnosticDescriptor DanglingReference = Error("SEM2003", "A reference leads nowhere", "'{0}' leads nowhere: {1}");
    public static readonly DiagnosticDescriptor IdNotFound = Error("SEM2004", "The id of the created resource cannot be found",
        "The reply of {0} declares no property that is the id of the resource; say where it is with Id = \"…\"");
    public static readonly DiagnosticDescriptor OperationLeftOut = Information("SEM2005", "An operation is left out", "{0} {1} is left out: {2}");
    public static readonly DiagnosticDescriptor KeyNotInferred = Information("SEM2006", "No property names an instance",
        "No property of the body of {0} names an instance, so every create has to name it; say which one does with Key = \"…\"");
    public static readonly DiagnosticDescriptor SchemaNotUnderstood = Warning("SEM2007", "A schema cannot be used as it stands", "{0}");

    public static readonly DiagnosticDescriptor ListNotUsed = Information("SEM2008", "A list is not used to find resources", "GET {0} is not used to find resources: {1}");
    public static readonly DiagnosticDescriptor CreateUnusable = Error("SEM2009", "The create operation cannot be used", "{0} cannot be used: {1}");

    public static readonly DiagnosticDescriptor ResourceLeftOut = Information("SEM2010", "A create is no resource of a whole document", "{0} is a plain call that nothing makes idempotent: {1}");
    public static readonly DiagnosticDescriptor NoResource = Information("SEM2011", "The document shows no resource", "'{0}' shows nothing that is created and can be found again by its id: its operations are plain calls");
    public static readonly DiagnosticDescriptor PartNotRead = Information("SEM2012", "A part of an operation is not read", "What stands here is taken for any JSON, or left out: {0}");

    public static readonly DiagnosticDescriptor IdAssumed = Information("SEM2013", "The id of a resource is assumed", "The replies of {0} and of what reads one are not described, so the id is assumed to be '{1}'; say where it is with Id = \"…\"");

    public static readonly DiagnosticDescriptor ExtensionNotUnderstood = Warning("SEM2020", "An x-semel extension of the document cannot be used", "'{0}' cannot be used: {1}");

    public static readonly DiagnosticDescriptor AtMostOnce = Information("SEM3001", "The API gives no way to find a lost create again",
        "{0} can be promised at most once only: a create whose reply is lost stops as indeterminate; say Guarantee = Guarantee.AtMostOnce to accept that, or what the API guarantees");

    public static DiagnosticDescriptor Get(string id) => All[id];

    public static IEnumerable<DiagnosticDescriptor> Descriptors => All.Values;

    private static DiagnosticDescriptor Error(string id, string title, string message) => Add(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Add(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Information(string id, string title, string message) => Add(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Add(string id, string title, string message, DiagnosticSeverity severity)
    {
        var descriptor = new DiagnosticDescriptor(
            id, title, message, "Semel", severity, isEnabledByDefault: true, helpLinkUri: HelpLinkBase + id + ".md");
        All.Add(id, descriptor);
        return descriptor;
    }
}
