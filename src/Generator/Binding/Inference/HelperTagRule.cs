using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>A tag may come into being when a resource names it, and stay when the resource goes: then <c>DELETE …/tags/{tag}</c> removes it.</summary>
internal sealed class HelperTagRule(BindingContext context)
{
    private static readonly string[] ComeIntoBeing =
        ["existing or new", "new or existing", "created if", "will be created", "created automatically", "automatically created"];

    public string? Find(Schema tags)
    {
        if (!Phrases.HasAny(tags.Prose, ComeIntoBeing)) return null;
        return context.Paths.All
            .Where(path => IsTag(PathTable.Segments(path)) && context.Operations.Read(path, context.Paths.Item(path)!).Any(operation => operation.Method == "DELETE"))
            .OrderBy(path => path.Length).FirstOrDefault();
    }

    /// <summary>A path that one tag's name fills.</summary>
    private static bool IsTag(string[] path)
    {
        var last = path.Length - 1;
        return last > 0 && path[last - 1] == "tags" && PathTable.Parameter(path[last]) is not null
            && path.Take(last).All(segment => segment.IndexOf('{') < 0);
    }
}
