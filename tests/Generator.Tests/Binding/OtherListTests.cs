using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Lists that are no resource's own: they come page after page by the same rules.</summary>
[Trait("Feature", "L7")]
public sealed class OtherListTests
{
    private const string Items = """{"type":"object","properties":{"events":{"type":"array","items":ITEM},"next":{"type":"string"}}}""";

    private static string Events(string parameters, string reply = Items, string rest = "") => Api.Document(paths: Api.Path(
        "/things/{id}/events", Api.Operation("get", reply.Replace("ITEM", Api.Resource, StringComparison.Ordinal), $",\"parameters\":[{parameters}]{rest}")));

    private static OperationModel Other(string document) => Bound.Valid(document).Operation(OperationKind.Other);

    [Fact]
    public void ListInPages_AnswersWithItems()
    {
        var list = Other(Events(Api.Query("cursor")));

        Assert.Equal((PagingKind.Cursor, "events", TypeKind.Object), (list.Paging!.Kind, list.ResponseEnvelope, list.Response!.Kind));
    }

    [Theory]
    [InlineData("", """{"type":"object","properties":{"events":{"type":"array","items":ITEM},"next_cursor":{"type":"string"}}}""")]
    [InlineData("", """{"type":"object","properties":{"events":{"type":"array","items":ITEM}}}""")]
    [InlineData("{\"name\":\"cursor\",\"in\":\"query\"}", """{"type":"object","properties":{"count":{"type":"integer"},"next":{"type":"string"}}}""")]
    [InlineData("{\"name\":\"page\",\"in\":\"query\",\"schema\":{\"type\":\"integer\"}}", """{"type":"array","items":{"type":"string"}}""")]
    public void WhatComesWhole_OrInPagesThatNobodyKnows_OrHoldsNoObjects_IsAPlainReply(string parameters, string reply) =>
        Assert.Null(Other(Events(parameters, reply)).Paging);

    [Theory]
    [InlineData("Cursor parameter=from next=next size=n maximum=50 more=more", "Cursor from n 50 next more")]
    [InlineData("PageNumber parameter=from first=0 total=count link=true", "PageNumber from   count 0 link")]
    [InlineData("LinkHeader", "LinkHeader")]
    public void Document_SaysHowAListComesInPages(string said, string expected)
    {
        var paging = Other(Events(Api.Query("from") + "," + Api.Query("n"), rest: $",\"x-semel-paging\":\"{said}\"")).Paging!;

        string?[] parts = [paging.Kind.ToString(), paging.Parameter, paging.SizeParameter, paging.MaximumSize?.ToString(System.Globalization.CultureInfo.InvariantCulture), paging.Next ?? paging.Total, paging.More ?? paging.First?.ToString(System.Globalization.CultureInfo.InvariantCulture), paging.LinkHeader ? "link" : null];
        Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), string.Concat(parts));
    }

    [Fact]
    public void ListThatIsSaidToComeWhole_IsAPlainReply() => Assert.Null(Other(Events(Api.Query("cursor"), rest: ",\"x-semel-paging\":\"Whole\"")).Paging);

    [Theory]
    [InlineData("\"Cursr parameter=cursor\"", "begins with one of")]
    [InlineData("\"Cursor parameter=cursor\"", "needs next=")]
    [InlineData("\"Cursor parameter=other next=next\"", "'other' is no query parameter")]
    [InlineData("\"Cursor parameter=cursor next=next pages=3\"", "'pages=3' is none of")]
    [InlineData("\"PageNumber parameter=cursor first=x\"", "are numbers")]
    [InlineData("{}", "is no text")]
    public void WhatIsSaidWrongly_IsReportedWhereItStands_AndTheRulesDecide(string said, string reason)
    {
        var model = Bound.Valid(Events(Api.Query("cursor"), rest: ",\"x-semel-paging\":" + said));

        Assert.Contains(reason, model.Diagnostic("SEM2020").Arguments[1], StringComparison.Ordinal);
        Assert.Equal(PagingKind.Cursor, model.Operation(OperationKind.Other).Paging!.Kind);
    }

    [Fact]
    public void Attribute_SaysHowTheListOfTheResourceComesInPages_AndIsRefusedWhereItCannotBe()
    {
        var document = Api.Document(collection: Api.List(parameters: Api.Query("from")));

        Assert.Null(Bound.Valid(document).Operation(OperationKind.List).Paging);
        Assert.Equal(PagingKind.Offset, Bound.Valid(document, overrides: Bound.NoOverrides with { Paging = "Offset parameter=from" }).Operation(OperationKind.List).Paging!.Kind);
        Assert.Contains("'form' is no query parameter", Bound.Model(document, overrides: Bound.NoOverrides with { Paging = "Offset parameter=form" }).Diagnostic("SEM1016").Arguments[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Extension_AtTheCreate_SaysItToo() => Assert.Equal(
        PagingKind.Offset,
        Bound.Valid(Api.Document(collection: Api.List(parameters: Api.Query("from"))).Replace("\"post\":{", "\"post\":{\"x-semel-paging\":\"Offset parameter=from\",", StringComparison.Ordinal)).Operation(OperationKind.List).Paging!.Kind);
}
