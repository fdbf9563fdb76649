using System.Runtime.CompilerServices;

namespace Semel.Generator.Documents;

/// <summary>
/// For loops over whole documents: they run once in a fresh process, so they are compiled with optimisation at once. The value is
/// <c>MethodImplOptions.AggressiveOptimization</c>, which netstandard2.0 does not name.
/// </summary>
internal static class FastLoop
{
    public const MethodImplOptions Options = (MethodImplOptions)512;
}
