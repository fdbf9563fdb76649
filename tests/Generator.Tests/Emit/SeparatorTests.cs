using Semel.Generator.Model;
using static Semel.Generator.Tests.Emit.Make;

namespace Semel.Generator.Tests.Emit;

/// <summary>Lists that travel as one text.</summary>
public sealed class SeparatorTests
{
    [Theory]
    [InlineData(nameof(ParameterPlace.Query), false, """.Query("ids", ids is null or { Count: 0 } ? null : string.Join("|", ids))""")]
    [InlineData(nameof(ParameterPlace.Query), true, """.Query("ids", ids is { Count: 0 } ? null : string.Join("|", ids))""")]
    [InlineData(nameof(ParameterPlace.Header), false, """.Header("ids", ids is null or { Count: 0 } ? null : string.Join("|", ids))""")]
    [InlineData(nameof(ParameterPlace.Path), true, """.Path("ids", string.Join("|", ids))""")]
    public void List_IsJoinedBySeparator(string place, bool isRequired, string expected) => Check(Of(Text, place, isRequired) with { Separator = '|' }, expected);

    [Theory]
    [InlineData(nameof(ParameterPlace.Query), """.Query("ids", ids)""")]
    [InlineData(nameof(ParameterPlace.Header), """.Header("ids", ids)""")]
    [InlineData(nameof(ParameterPlace.Path), """.Path("ids", string.Join(",", ids))""")]
    public void List_IsAsUsualAtItsPlace_WithoutASeparator(string place, string expected) => Check(Of(Text, place, required: false), expected);

    [Fact]
    public void ValuesThatAreNoTexts_AreWritten() =>
        Check(Of(Make.Of(TypeKind.Boolean), nameof(ParameterPlace.Query), required: true) with { Separator = '\t' }, """string.Join("\t", global::System.Linq.Enumerable.Select(ids, static item => (item ? "true" : "false")))""");

    private static ParameterModel Of(TypeReference item, string place, bool required) => Parameter("ids", ListOf(item), System.Enum.Parse<ParameterPlace>(place), required);

    private static void Check(ParameterModel parameter, string expected)
    {
        var path = parameter.Place == ParameterPlace.Path ? "/things/{ids}" : "/things/x";
        var small = Small();
        var model = small with { Operations = [.. small.Operations, Operation(OperationKind.Other, "Find", "GET", path, parameters: parameter)] };
        Assert.Contains(expected, Emitted.From(model)["MyApp.Things.g.cs"], StringComparison.Ordinal);
        Assert.Empty(Emitted.Problems(model));
    }
}
