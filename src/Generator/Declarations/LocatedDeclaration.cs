using Semel.Generator.Diagnostics;

namespace Semel.Generator.Declarations;

/// <summary>
/// A declaration and where it stands. The declaration itself holds a placeholder that names it, so that an edit that only
/// moves it binds nothing anew; <see cref="Resolve"/> puts the place into the diagnostics at the end.
/// </summary>
internal sealed record LocatedDeclaration(ModelDeclaration Declaration, LocationInfo Location)
{
    public static LocationInfo Placeholder(string name) => new("declaration:" + name, default, default);

    /// <summary>The diagnostics with the places of the declarations they are about.</summary>
    public static IEnumerable<DiagnosticInfo> Resolve(IEnumerable<DiagnosticInfo> diagnostics, IEnumerable<LocatedDeclaration> declarations)
    {
        var places = new Dictionary<LocationInfo, LocationInfo>();
        foreach (var declaration in declarations) places[declaration.Declaration.Location] = declaration.Location;
        return diagnostics.Select(diagnostic =>
            diagnostic.Location is { } location && places.TryGetValue(location, out var place) ? diagnostic with { Location = place } : diagnostic);
    }
}
