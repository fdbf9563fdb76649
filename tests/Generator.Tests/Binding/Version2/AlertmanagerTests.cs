using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>A real document whose create answers with an id, and whose items live on another path than their collection.</summary>
[Trait("Feature", "L2")]
public sealed class AlertmanagerTests
{
    private static ResourceModel Silences(string? id = null) => Bound.Model(
        RealDocuments.Open("alertmanager/openapi.yaml"), "/silences", Bound.NoOverrides with { Id = id, Gone = "status.state=expired" });

    [Fact]
    public void Silences_AreCreatedListedReadAndDeleted()
    {
        var model = Silences();

        Assert.Equal(
            ["Create POST /silences", "Get GET /silence/{silenceID}", "List GET /silences", "Delete DELETE /silence/{silenceID}"],
            model.Operations.Select(operation => $"{operation.Name} {operation.Method} {operation.Path}"));
        Assert.Equal(["SEM2006"], model.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("silenceID")]
    public void Id_HasAnotherNameInTheCreatesReply_WhichIsNotTheSilence(string? declared)
    {
        var facts = Silences(declared).Facts!;

        Assert.Equal(("id", "silenceID", "silenceID", false), (facts.Id, facts.IdInReply, facts.IdParameter, facts.ReplyIsResource));
        Assert.Equal("#/definitions/gettableSilence", facts.Resource);
        Assert.Equal(new GoneModel("status.state", ["expired"]), facts.Gone);
    }

    [Fact]
    public void Comment_CarriesTheMarker()
    {
        var facts = Silences().Facts!;

        Assert.Equal(new MarkerModel(Model.MarkerKind.Text, "comment", null, null), facts.Marker);
        Assert.Equal(("Marker", null), (facts.Guarantee, facts.NaturalKey));
        Assert.Empty(facts.Secrets);
    }

    [Fact]
    public void List_ComesWhole_AndTakesFilters()
    {
        var list = Silences().Operation(OperationKind.List);

        Assert.Null(list.Paging);
        Assert.Null(list.ResponseEnvelope);
        Assert.Equal(["filter:List", "active:Boolean", "expired:Boolean", "pending:Boolean"], list.Parameters.Select(parameter => $"{parameter.Name}:{parameter.Type.Kind}"));
        Assert.Equal(ParameterWriting.Usual(ParameterPlace.Query), list.Parameters[0].Writing);
    }

    [Fact]
    public void Types_AreTheDefinitions()
    {
        var model = Silences();

        Assert.Equal(["GettableSilence", "Matcher", "PostableSilence", "SilenceStatus", "SilenceStatusState"], model.Types.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["id!:String", "status!:Object", "updatedAt!:DateTime", "matchers!:List", "startsAt!:DateTime", "endsAt!:DateTime", "createdBy!:String", "comment!:String", "annotations!:Map"],
            model.Resource().Properties.Select(property => $"{property.JsonName}{(property.Required ? "!" : "")}:{property.Type.Kind}"));
    }
}
