using System.Reflection;
using Semel.Generator.Emit;
using Semel.Generator.Model;
using static Semel.Generator.Tests.Emit.Make;

namespace Semel.Generator.Tests.Emit;

/// <summary>Final names collide with nothing.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("", "Empty")]
    [InlineData("16x16", "_16x16")]
    [InlineData("+1", "Plus1")]
    [InlineData("-1", "Minus1")]
    [InlineData("in-progress", "InProgress")]
    [InlineData("CREATE_FAILED", "CreateFailed")]
    [InlineData("IPv4", "IPv4")]
    [InlineData("1.5", "_1_5")]
    [InlineData("*", "Asterisk")]
    [InlineData(">=", "GreaterEqual")]
    [InlineData("s-1vcpu-1gb", "S1vcpu1gb")]
    public void EnumValue_GetsAReadableName(string value, string name) => Assert.Equal(name, EnumMemberNames.Wanted(value));

    [Fact]
    public void EnumValueOfHalfACharacter_GetsItsNumber() => Assert.Equal("UD800", EnumMemberNames.Wanted("\ud800"));

    [Fact]
    public void EnumValues_ThatWantOneName_AreSpelledOut_AndReservedOnesRenamed()
    {
        var text = Emitted.From(With(Values("Kind", "a-b", "a_b", "a.b", "value", "create", "Equals", "kind", "class")))["api.yaml.Models.g.cs"];
        foreach (var name in new[] { "AB", "ADotB", "AUnderscoreB", "ValueValue", "CreateValue", "EqualsValue", "KindValue", "Class" })
            Assert.Contains($"public static Kind {name} {{ get; }}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryWordlikeName_CompilesAsAProperty()
    {
        string[] names = ["Json", "Get", "Set", "GetOrNull", "Equals", "GetType", "ToString", "GetHashCode", "MemberwiseClone", "Finalize", "ReferenceEquals", "Thing", "class", "object", "string", "record", "field", "value", "Wrap", "System", "Semel", "global", "A", "A"];
        Assert.Empty(Emitted.Problems(Small("Things", "Thing", [.. names.Select((name, index) => Property($"p{index}", name: name))])));
    }

    [Fact]
    public void NamesThatViewHas_AreReserved()
    {
        const BindingFlags inherited = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var members = typeof(View).GetMembers(inherited)
            .Where(member => member is not ConstructorInfo && member is not MethodBase { IsPrivate: true } && member is not FieldInfo { IsPrivate: true })
            .Where(member => member is not MethodBase { IsAssembly: true })
            .Select(member => member.Name.Replace("get_", "", StringComparison.Ordinal));
        Assert.Superset(members.ToHashSet(), ReservedNames.OfView("Any").ToHashSet());
    }

    [Fact]
    public void ContestedTypeName_GoesToTheLowestRank_ThenToTheFirstIdentity()
    {
        var model = With(
            new ObjectModel("#/z", "Item", 0, null, []), new ObjectModel("#/a", "Item", 2, null, []), new ObjectModel("#/b", "Item", 1, null, []), new ObjectModel("#/c", "Item", 1, null, []));
        var names = Emitted.Link(model).Documents[0].Types.ToDictionary(type => type.Identity, type => type.Name);
        Assert.Equal("Item", names["#/z"]);
        Assert.All(new[] { "#/a", "#/b", "#/c" }, identity => Assert.Matches("^Item_[0-9a-f]{4}$", names[identity]));
    }

    [Fact]
    public void TypesOfTwoDocuments_InOneNamespace_DoNotCollide_NorWithTheClasses()
    {
        var first = Named(Small("Thing"), "a.yaml", "MyApp");
        var second = Named(Small("Others"), "b.yaml", "MyApp");
        var documents = Emitted.Link(first, second).Documents;
        var names = documents.SelectMany(document => document.Types).Select(type => type.Name).ToList();
        Assert.Equal("ThingModel", names[0]);
        Assert.Matches("^Thing_[0-9a-f]{4}$", names[1]);
        Assert.Empty(Emitted.Problems(first, second));
    }

    [Fact]
    public void TypeOfTwoResources_IsEmittedOnce_AndIsSettableWhereOneSetsIt()
    {
        var reads = Small("Readers", "Shared", Property("label", required: true, settable: false));
        var sets = Small("Setters", "Shared", Property("label", required: true, settable: true));
        var type = Assert.Single(Assert.Single(Emitted.Link(reads, sets).Documents).Types);
        Assert.True(((ObjectModel)type).Properties.Single(property => property.JsonName == "label").Settable);
    }

    [Fact]
    public void OrderOfTheInput_ChangesNothing()
    {
        var models = new[] { Small("B", "X"), Small("A", "Y"), Small("C", "X") };
        Assert.Equal(Emitted.From(models), Emitted.From(models.Reverse()));
    }

    [Fact]
    public void ClassesThatDifferInCaseOnly_GetTwoFiles()
    {
        var files = Emitted.From(Small("Things"), Small("THINGS"));
        Assert.Equal(3, files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void MethodsAndParameters_AreUnique_AndKeepClearOfOurs()
    {
        var small = Small("GetAsync");
        string[] hostile = ["request", "cancellationToken", "instance", "item", "class", "a", "a"];
        var parameters = hostile.Select((name, index) => Parameter($"p{index}", ListOf(Of(TypeKind.Int32))) with { Name = name }).ToArray();
        var other = Operation(OperationKind.Other, "Get", "POST", "/x", Object("Thing"), Object("Thing"), parameters: parameters);
        var model = small with { Operations = [.. small.Operations, other, other, other with { Name = "Create" }] };
        Assert.Empty(Emitted.Problems(model));
    }

    [Fact]
    public void ReferenceThatLeadsNowhere_IsAnyJson() =>
        Assert.Empty(Emitted.Problems(Small("Things", "Thing", Property("lost", Object("Lost")), Property("many", MapOf(ListOf(Enum("Lost")))))));

    [Fact]
    public void EveryKindOfParameter_InEveryPlace_Compiles()
    {
        var small = Small();
        TypeReference[] types =
        [
            .. Kinds.Where(kind => kind is not (TypeKind.Object or TypeKind.Enum or TypeKind.List or TypeKind.Map or TypeKind.Stream or TypeKind.Download)).Select(Of),
            Enum("Kind"), Object("Thing"), MapOf(Text), ListOf(Text), ListOf(Enum("Kind")), ListOf(Of(TypeKind.Double)), ListOf(Of(TypeKind.Scalar)), ListOf(ListOf(Text)),
        ];
        var parameters = new[] { ParameterPlace.Path, ParameterPlace.Query, ParameterPlace.Header, ParameterPlace.Cookie }
            .SelectMany(place => types.SelectMany((type, index) => new[] { Parameter($"{place}{index}", type, place), Parameter($"{place}{index}r", type, place, required: true) }))
            .ToArray();
        var operation = Operation(OperationKind.Other, "All", "QUERY", "/all", ListOf(Of(TypeKind.Int64)), MapOf(Text), parameters: parameters);
        var list = Operation(OperationKind.List, "List", "GET", "/things", null, Of(TypeKind.Json), "items", new(PagingKind.PageNumber, "page", null, null));
        Assert.Empty(Emitted.Problems(small with { Operations = [.. small.Operations, operation, list], Types = [.. small.Types, Values("Kind", "a")] }));
    }

    [Theory]
    [InlineData("String", "request.Key")]
    [InlineData("Int64", "request.Key?.ToString(global::System.Globalization.CultureInfo.InvariantCulture)")]
    [InlineData("Scalar", "request.Key?.AsString()")]
    public void NaturalKey_OfAnyKind_BecomesText(string kind, string expression)
    {
        var small = Small("Things", "Thing", Property("key", Of(System.Enum.Parse<TypeKind>(kind)), deprecated: true));
        var model = small with { Facts = small.Facts! with { NaturalKey = "key" } };
        Assert.Equal(expression, Emitted.Link(model).Classes[0].Body!.Key!.Expression);
        Assert.Empty(Emitted.Problems(model));
    }

    private static IEnumerable<TypeKind> Kinds => System.Enum.GetValues<TypeKind>();

    private static ResourceModel With(params TypeModel[] types)
    {
        var small = Small();
        return small with { Types = [.. small.Types, .. types] };
    }

    private static ResourceModel Named(ResourceModel model, string document, string inNamespace) => model with
    {
        DocumentName = document,
        Declaration = model.Declaration with { Document = document, Overrides = NoOverrides with { Namespace = inNamespace } },
    };
}
