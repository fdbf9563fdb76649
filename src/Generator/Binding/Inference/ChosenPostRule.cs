using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Whole;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A POST at the path of one, <c>/policies/{name}</c>, creates where nothing posts to the collection and the same path reads and deletes one: it says that it creates, or it takes the name of what
/// nothing else changes. A path with items of its own is a collection, and an id is the server's to choose, so there the POST has to say that it creates and updates. What answers a read with a list is no one.
/// </summary>
internal static class ChosenPostRule
{
    private static readonly string[] Ids = ["id", "uuid", "guid", "sid"];

    /// <param name="path">The path, which ends in a parameter.</param>
    /// <param name="post">Its POST.</param>
    /// <param name="item">Its item.</param>
    /// <param name="hasItems">Whether something is read by one parameter more.</param>
    public static bool Says(string path, Located post, Located item, bool hasItems)
    {
        if (hasItems || !Has("get") || !Has("delete") || UndoingRule.Reason("POST", post) is not null) return false;
        var creates = CreatingPutRule.SaysCreate(post);
        if (TakesId(path)) return creates && CreatingPutRule.Says(post, "update", "updates");
        var parameter = Parameter(path);
        return creates || (!Has("put") && !Has("patch") && (Words.Of(parameter).LastOrDefault() == "name" || new ResourceName(CreatePlaceRule.Collection(path)!).Matches(parameter)));

        bool Has(string method) => item.Node.Get(method) is not null;
    }

    /// <summary>Whether the path ends in what is called an id.</summary>
    public static bool TakesId(string path) => Ids.Contains(Words.Of(Parameter(path)).LastOrDefault());

    private static string Parameter(string path) => PathTable.Parameter(PathTable.Segments(path).Last())!;
}
