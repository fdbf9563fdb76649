using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Whole;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A POST at the path of one, <c>/policies/{name}</c>, creates where nothing posts to the collection and the same path reads and deletes one: it says that it creates, or it takes the name of what
/// nothing else changes. A path with items of its own is a collection, and an id is the server's to choose, so there the POST has to say that it creates and updates. What answers a read with a list is no one.
/// </summary>
internal static class ChosenPostRule
{
    private static readonly string[] Changes = ["update", "modify", "modifie", "edit", "replace", "patch", "run", "push", "notify"];

    private static readonly string[] Ids = ["id", "uuid", "guid", "sid"];

    /// <param name="path">The path, which ends in a parameter.</param>
    /// <param name="post">Its POST.</param>
    /// <param name="item">Its item.</param>
    /// <param name="hasItems">Whether something is read by one parameter more.</param>
    public static bool Says(string path, Located post, Located item, Func<bool> hasItems)
    {
        return Has("delete") && (CreatingPutRule.SaysCreate(post) ? !TakesId(path) || CreatingPutRule.Says(post, "update", "updates") : TakesName(path) && !Has("put") && !Has("patch") && !SaysOther(post, path)) && !hasItems();

        bool Has(string method) => item.Node.Get(method) is not null;
    }

    /// <summary>Whether the path ends in a name, or is called after what it finds.</summary>
    private static bool TakesName(string path) =>
        !TakesId(path) && (Words.Of(Parameter(path)).LastOrDefault() == "name" || new ResourceName(CreatePlaceRule.Collection(path)!).Matches(Parameter(path)));

    /// <summary>Whether the operation says what is done to the one that is there, beside the words of its path.</summary>
    private static bool SaysOther(Located post, string path) =>
        Words.Of(post.Node.Get("operationId").AsString() ?? "").Except(PathTable.Segments(path).SelectMany(segment => Words.Of(segment))).Any(SaysOther)
        || (Words.Of(post.Node.Get("summary").AsString() ?? "").FirstOrDefault() is { } first && (SaysOther(first) || SaysOther(first.TrimEnd('s'))));

    private static bool SaysOther(string word) => word != "add" && (Changes.Contains(word) || ActionRule.IsVerbAlone(word));

    /// <summary>Whether the path ends in what is called an id.</summary>
    public static bool TakesId(string path) => Ids.Contains(Words.Of(Parameter(path)).LastOrDefault());

    private static string Parameter(string path) => PathTable.Parameter(PathTable.Segments(path).Last())!;
}
