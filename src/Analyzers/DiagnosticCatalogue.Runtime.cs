using Microsoft.CodeAnalysis;

namespace Semel.Analyzers;

internal static partial class DiagnosticCatalogue
{
    public static readonly DiagnosticDescriptor SwallowedDoubt = Warning("SEM4001", "A create in doubt is taken for done",
        "This catch of {0} takes a create for done that may or may not have been applied; let it out, or end with a failure");
    public static readonly DiagnosticDescriptor IgnoredOutcome = Warning("SEM4002", "What may have been adopted is deleted",
        "'{0}' is deleted whatever its outcome: with this policy it may have been there before, and be somebody else's; look at Outcome first");
    public static readonly DiagnosticDescriptor RepositoryPerCall = Warning("SEM4003", "A data repository is made for each call",
        "A {0} is made on every call of '{1}'; one for the program keeps its records and its locks: make it once and pass it on");
    public static readonly DiagnosticDescriptor UnawaitedCreate = Warning("SEM4004", "A create is not awaited",
        "Nobody awaits '{0}', so that nobody sees how it ended, and the program may end first; await it");

    private static IEnumerable<DiagnosticDescriptor> Runtime => [SwallowedDoubt, IgnoredOutcome, RepositoryPerCall, UnawaitedCreate];
}
