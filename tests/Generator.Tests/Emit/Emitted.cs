using System.Collections.Immutable;
using Semel.Generator.Emit;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Emit;

/// <summary>Links and emits hand-made models.</summary>
internal static class Emitted
{
    public static SortedDictionary<string, string> From(params IEnumerable<ResourceModel> models)
    {
        var linked = Link(models);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in linked.Documents) files.Add(document.HintName, DocumentEmitter.Emit(document, default).ToSourceText().ToString());
        foreach (var model in linked.Classes) files.Add(model.HintName, ModelClassEmitter.Emit(model, default).ToSourceText().ToString());
        foreach (var whole in linked.Wholes) files.Add(whole.HintName, WholeEmitter.Emit(whole, default).ToSourceText().ToString());
        return files;
    }

    public static LinkedProject Link(params IEnumerable<ResourceModel> models) =>
        DocumentLinker.Link([.. models.Select(model => new BoundResource("/repo/specs/" + model.DocumentName, model))], default);

    /// <summary>The part of the class that the user writes.</summary>
    public static string UserPart(ResourceModel model)
    {
        var declaration = model.Declaration;
        var constructor = declaration.Constructor.Emit
            ? ""
            : $"(global::System.Net.Http.HttpClient {declaration.Constructor.HttpClient}, global::Semel.SemelContext {declaration.Constructor.Context})";
        var nested = $"/// <summary>The user's part.</summary>\n{declaration.Accessibility} sealed partial class {declaration.Name}{constructor};";
        foreach (var header in declaration.ContainingTypes.Reverse()) nested = $"/// <summary>Contains models.</summary>\n/// <typeparam name=\"T\">Any.</typeparam>\npublic {header}\n{{\n{nested}\n}}";
        return $"#pragma warning disable CS1711\n{(declaration.Namespace.Length == 0 ? "" : $"namespace {declaration.Namespace};\n")}{nested}";
    }

    public static IReadOnlyList<string> Problems(params IEnumerable<ResourceModel> models)
    {
        var all = models.ToImmutableArray();
        return TestProject.Problems(TestProject.Compilation([.. From(all).Values, .. all.Select(UserPart)]));
    }
}
