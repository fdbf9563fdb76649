using System.Text;
using Semel.Generator.Model;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.BadInput;

/// <summary>Schemas that lead from one to the next, further than a stack reaches: the compiler's process must not end by them.</summary>
[Trait("Feature", "L6")]
public sealed class DeepDocumentTests
{
    private const int Length = 3000;
    private const int SmallStack = 512 * 1024;

    [Fact]
    public void PropertiesOfProperties_AreAllBound()
    {
        var model = Bind(next => Api.Object("\"id\":{\"type\":\"string\"},\"next\":" + next));

        Assert.Equal(Length, model.Types.OfType<ObjectModel>().Count(type => type.Rank == 0));
    }

    [Fact]
    public void PropertiesOfProperties_AreWrittenAndCompile()
    {
        var run = RealRun.OfDocument("api.json", Document(next => Api.Object("\"id\":{\"type\":\"string\"},\"next\":" + next), 250));

        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("{\"allOf\":[", "]}")]
    [InlineData("{\"oneOf\":[{\"type\":\"object\"},", "]}")]
    public void CompositionsOfCompositions_AreWarnedOf(string before, string after)
    {
        var model = Bind(next => before + next + after);

        Assert.Contains(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2007" && diagnostic.Message.Contains("more than 100 deep", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"type\":\"array\",\"items\":", "}")]
    [InlineData("{\"type\":\"object\",\"additionalProperties\":", "}")]
    public void ListsOfLists_AreAnyJsonAtLast(string before, string after)
    {
        var model = Bind(next => Api.Object("\"id\":{\"type\":\"string\"},\"next\":" + next), next => before + next + after);
        var type = model.Resource().Property("next").Type;
        var depth = 0;
        for (; type.Item is not null; depth++) type = type.Item;

        Assert.Equal((16, TypeKind.Json), (depth, type.Kind));
    }

    [Fact]
    public void ReferencesToReferences_AreFollowedToTheirEnd() =>
        Assert.Single(Bind(next => Api.Object("\"id\":{\"type\":\"string\"},\"next\":" + next), next => next).Types, type => type.Rank == 0);

    [Fact]
    public void ListOfObjectsThatHoldTheList_IsAList()
    {
        var tree = "\"s0\":" + Api.Object("\"id\":{\"type\":\"string\"},\"children\":{\"$ref\":\"#/components/schemas/trees\"}") + ",\"trees\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/s0\"}}";
        var roots = Api.Object("\"id\":{\"type\":\"string\"},\"roots\":{\"$ref\":\"#/components/schemas/trees\"}");
        var model = Bound.Valid(Api.Document(roots, schemas: tree));

        Assert.Equal(new TypeReference(TypeKind.List, Item: new(TypeKind.Object, "#/components/schemas/s0")), model.Object("#/components/schemas/s0").Property("children").Type);
    }

    private static ResourceModel Bind(Func<string, string> first, Func<string, string>? others = null)
    {
        ResourceModel? model = null;
        var thread = new Thread(() => model = Bound.Model(Document(first, Length, others)), SmallStack);
        thread.Start();
        thread.Join();
        return model!;
    }

    /// <summary>A chain of schemas, each of which refers to the next.</summary>
    private static string Document(Func<string, string> first, int length, Func<string, string>? others = null)
    {
        var schemas = new StringBuilder();
        for (var i = 0; i < length; i++) schemas.Append($"\"s{i}\":{(i == 0 ? first : others ?? first)(Reference(i + 1))},");
        return Api.Document(Reference(0), schemas: schemas + $"\"s{length}\":{{\"type\":\"string\"}}");
    }

    private static string Reference(int number) => $"{{\"$ref\":\"#/components/schemas/s{number}\"}}";
}
