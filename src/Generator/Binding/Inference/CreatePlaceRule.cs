using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Whole;
using Semel.Generator.Declarations;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A collection creates by its POST; one without, by the PUT that is said to create what is read under it. A path that ends in a parameter, under a collection without a POST, is an address that
/// the client chooses: it creates by its PUT, or by its POST. An update that answers 201 is one all the same where the parameter is an id. A collection that has neither creates by the one PUT under it that says so.
/// </summary>
internal sealed class CreatePlaceRule(PathTable paths, References references)
{
    /// <summary>The place that is declared, though nothing there may say that it creates.</summary>
    public CreatePlace Find(string declared, DeclaredOverrides overrides)
    {
        if (!paths.Contains(declared)) return ByPost(declared);
        if (At(declared) is { } place && (place.IsChosen || place.Method == "PUT")) return place;
        if (Collection(declared) is { } collection)
        {
            if (Operation(declared, "post") is null && Operation(declared, "put") is not null) return new("PUT", declared, collection, IsChosen: true);
            if (Operation(declared, "post") is { } post && IsNatural(declared, post, overrides)) return new("POST", declared, collection, IsChosen: true);
        }

        if (Operation(declared, "post") is not null) return ByPost(declared);
        var named = Named(declared);
        return named.Count == 1 ? new("PUT", named[0], declared, IsChosen: true) : ByPost(declared);
    }

    /// <summary>What creates at the path itself, as far as the document tells; null where nothing does.</summary>
    public CreatePlace? At(string path)
    {
        var (post, put) = (Operation(path, "post"), Operation(path, "put"));
        if (Collection(path) is { } collection && !Posts(collection))
        {
            if (post is not null && ChosenPostRule.Says(path, post, Item(path)!, () => ReadsUnder(path))) return new("POST", path, collection, IsChosen: true);
            if (put is not null && CreatingPutRule.Says(put, references) && !(ChosenPostRule.TakesId(path) && UndoingRule.Reason("POST", put) is not null && !CreatingPutRule.CanRefuse(put, references))) return new("PUT", path, collection, IsChosen: true);
        }

        if (post is not null) return ByPost(path);
        return put is not null && Collection(path) is null && CreatingPutRule.SaysCreate(put) && ReadsUnder(path) && Named(path).Count == 0 ? new("PUT", path, path, IsChosen: false) : null;
    }

    private CreatePlace ByPost(string declared) => new("POST", declared, CollectionRule.Find(declared, paths), IsChosen: false);

    private bool IsNatural(string path, Located post, DeclaredOverrides declared) =>
        DocumentOverrides.Read(new[] { references.Resolve(post), Item(path) }.OfType<Located>(), new DiagnosticBag()).Under(declared).Guarantee == "Natural";

    /// <summary>The addresses under a collection whose PUT says that it creates.</summary>
    private List<string> Named(string collection) => [.. paths.AtAndUnder(collection).Select(path => path.Path)
        .Where(path => Collection(path) == collection.TrimEnd('/') && Operation(path, "put") is { } put && CreatingPutRule.Says(put, references))];

    /// <summary>Whether the collection creates, however its path is written.</summary>
    private bool Posts(string collection) => Array.Exists([collection, collection + "/", collection + ".json", collection + "/create"], path => paths.Contains(path) && Operation(path, "post") is not null);

    private bool ReadsUnder(string path) => paths.AtAndUnder(path).Any(item => Collection(item.Path) == path.TrimEnd('/') && Operation(item.Path, "get") is not null);

    private Located? Item(string path) => paths.Item(path) is { } item ? references.Resolve(item) : null;

    private Located? Operation(string path, string method) => Item(path) is { } item ? references.Get(item, method) : null;

    /// <summary>What stands in front of the parameter that ends the path; null where it ends in none.</summary>
    public static string? Collection(string path)
    {
        var stem = PathTable.Stem(path);
        var slash = stem.LastIndexOf('/');
        return slash > 0 && PathTable.Parameter(stem.Substring(slash + 1)) is not null ? stem.Substring(0, slash) : null;
    }
}
