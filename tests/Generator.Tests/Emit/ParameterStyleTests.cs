using Semel.Generator.Model;
using static Semel.Generator.Tests.Emit.Make;

namespace Semel.Generator.Tests.Emit;

/// <summary>How parameters are added to a request.</summary>
public sealed class ParameterStyleTests
{
    [Theory]
    [InlineData("Query", "Form", true, """.Query("ids", ids)""")]
    [InlineData("Query", "Form", false, """.Query("ids", ids, global::Semel.Codec.String.List, global::Semel.ParameterStyle.Form)""")]
    [InlineData("Query", "PipeDelimited", false, """.Query("ids", ids, global::Semel.Codec.String.List, global::Semel.ParameterStyle.PipeDelimited)""")]
    [InlineData("Query", "DeepObject", true, """.Query("ids", ids, global::Semel.Codec.String.List, global::Semel.ParameterStyle.DeepObject, explode: true)""")]
    [InlineData("Header", "Simple", false, """.Header("ids", ids)""")]
    [InlineData("Header", "PipeDelimited", false, """.Header("ids", ids, global::Semel.Codec.String.List, global::Semel.ParameterStyle.PipeDelimited)""")]
    [InlineData("Path", "Simple", false, """.Path("ids", ids, global::Semel.Codec.String.List, global::Semel.ParameterStyle.Simple)""")]
    [InlineData("Path", "Matrix", true, """.Path("ids", ids, global::Semel.Codec.String.List, global::Semel.ParameterStyle.Matrix, explode: true)""")]
    [InlineData("Cookie", "Form", false, """.Cookie("ids", ids, global::Semel.Codec.String.List)""")]
    [InlineData("Cookie", "Form", true, """.Cookie("ids", ids, global::Semel.Codec.String.List, global::Semel.ParameterStyle.Form, explode: true)""")]
    public void List_IsAddedInItsStyle(string place, string style, bool explode, string expected) => Check(Of(ListOf(Text), place, style, explode), expected);

    [Theory]
    [InlineData(nameof(TypeKind.String), "Query", "Form", """.Query("ids", ids)""")]
    [InlineData(nameof(TypeKind.Int64), "Path", "Simple", """.Path("ids", ids)""")]
    [InlineData(nameof(TypeKind.Int64), "Path", "Label", """.Path("ids", ids, global::Semel.Codec.Int64, global::Semel.ParameterStyle.Label)""")]
    [InlineData(nameof(TypeKind.Boolean), "Query", "Json", """.Query("ids", ids, global::Semel.Codec.Boolean, global::Semel.ParameterStyle.Json)""")]
    [InlineData(nameof(TypeKind.DateTime), "Cookie", "Form", """.Cookie("ids", ids, global::Semel.Codec.DateTime)""")]
    public void Scalar_IsAddedPlainlyWhereItCan(string kind, string place, string style, string expected)
    {
        Check(Of(Make.Of(System.Enum.Parse<TypeKind>(kind)), place, style, false), expected);
        Check(Of(Make.Of(System.Enum.Parse<TypeKind>(kind)), place, style, false) with { Required = true }, expected);
    }

    [Fact]
    public void Object_IsAView_AndReservedCharactersMayStay()
    {
        Check(Of(Object("Thing"), "Query", "DeepObject", true), "global::ApiModels.Thing? ids = null,");
        Check(Of(Object("Thing"), "Query", "DeepObject", true), """.Query("ids", ids, global::Semel.ViewCodec<global::ApiModels.Thing>.Instance, global::Semel.ParameterStyle.DeepObject, explode: true)""");
        Check(Of(Text, "Query", "Form", true) with { Writing = new(WritingStyle.Form, true, true) }, """.Query("ids", ids, global::Semel.Codec.String, global::Semel.ParameterStyle.Form, allowReserved: true)""");
    }

    private static ParameterModel Of(TypeReference type, string place, string style, bool explode) =>
        Parameter("ids", type, System.Enum.Parse<ParameterPlace>(place)) with { Writing = new(System.Enum.Parse<WritingStyle>(style), explode) };

    private static void Check(ParameterModel parameter, string expected)
    {
        var path = parameter.Place == ParameterPlace.Path ? "/things/{ids}" : "/things/x";
        var small = Small();
        var model = small with { Operations = [.. small.Operations, Operation(OperationKind.Other, "Find", "GET", path, parameters: parameter)] };
        Assert.Contains(expected, Emitted.From(model)["MyApp.Things.g.cs"], StringComparison.Ordinal);
        Assert.Empty(Emitted.Problems(model));
    }
}
