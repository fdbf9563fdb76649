using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Which kind of paging a list has, by the words of its parameters and of its reply.</summary>
[Trait("Feature", "L2")]
public sealed class PagingTests
{
    /// <summary>Parameters and fields of the reply, each <c>name:type</c>, and what is inferred.</summary>
    public static TheoryData<string, string, string?> Lists() => new()
    {
        { "", "", null },
        { "name", "total:integer", "Whole total=total" },
        { "page:integer per_page:integer", "meta.total:integer", "PageNumber page per_page total=meta.total" },
        { "page[number]:integer page[size]:integer", "links.next", "PageNumber page[number] page[size] next=links.next" },
        { "page:integer", "next_page:integer", "PageNumber page next=next_page" },
        { "page:integer size:integer", "last:boolean totalElements:integer", "PageNumber page size total=totalElements last=last" },
        { "page:integer", "has_more:boolean", "PageNumber page more=has_more" },
        { "offset:integer limit:integer", "total_count:integer offset:integer limit:integer", "Offset offset limit total=total_count" },
        { "$skip:integer $top:integer", "", "Offset $skip $top" },
        { "startAt:integer maxResults:integer", "isLast:boolean total:integer nextPage", "Offset startAt maxResults total=total last=isLast" },
        { "first:integer max:integer", "", "Offset first max" },
        { "first max", "", "Offset first max" },
        { "start:integer limit:integer", "", "Offset start limit" },
        { "offset:integer limit:integer", "next", "Offset offset limit next=next" },
        { "start:integer", "", null },
        { "from", "", null },
        { "cursor limit:integer", "next_cursor", "Cursor cursor limit next=next_cursor" },
        { "cursor limit:integer", "response_metadata.next_cursor", "Cursor cursor limit next=response_metadata.next_cursor" },
        { "cursor", "pagination.cursor", "Cursor cursor next=pagination.cursor" },
        { "cursor", "pagination.next", "Cursor cursor next=pagination.next" },
        { "pageToken maxResults:integer", "nextPageToken", "Cursor pageToken maxResults next=nextPageToken" },
        { "next_token per_page:integer", "NextToken", "Cursor next_token per_page next=NextToken" },
        { "continue limit:integer", "metadata.continue metadata.remainingItemCount:integer", "Cursor continue limit next=metadata.continue" },
        { "iterator limit:integer", "iterator done:boolean prevIterator", "Cursor iterator limit next=iterator last=done" },
        { "marker limit:integer", "next_marker prev_marker", "Cursor marker limit next=next_marker" },
        { "marker limit:integer usemarker:boolean offset:integer", "next_marker total_count:integer", "Offset offset limit total=total_count" },
        { "after before limit:integer", "list_metadata.after list_metadata.before", "Cursor after limit next=list_metadata.after" },
        { "after limit:integer", "first_id last_id has_more:boolean", "Cursor after limit next=last_id more=has_more" },
        { "page limit:integer", "next_page has_more:boolean", "Cursor page limit next=next_page more=has_more" },
        { "offset", "offset", "Cursor offset next=offset" },
        { "starting_after ending_before limit:integer", "has_more:boolean", "LastItem starting_after limit next=id more=has_more" },
        { "starting_after", "", "LastItem starting_after next=id" },
        { "after", "has_more:boolean", "LastItem after next=id more=has_more" },
        { "", "nextLink", "NextAddress next=nextLink" },
        { "$top:integer", "@odata.nextLink", "NextAddress next=@odata.nextLink" },
        { "limit:integer", "links.next.href", "NextAddress limit next=links.next.href" },
        { "cursor", "next:uri", "NextAddress next=next" },
        { "Page:integer PageSize:integer PageToken", "next_page_uri page:integer", "NextAddress PageSize next=next_page_uri" },
        { "per_page:integer #Link", "", "LinkHeader per_page" },
        { "page:integer per_page:integer #Link", "", "PageNumber page per_page link" },
        { "limit:integer", "", "!limit" },
        { "token", "", "!token" },
        { "page:integer page_token", "", "!page_token" },
        { "after", "", "!after" },
        { "", "next_cursor", "!next_cursor" },
        { "", "has_more:boolean", "!has_more" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Kind_FollowsFromTheWords(string parameters, string fields, string? kind)
    {
        var model = Bound.Valid(Document(parameters, fields));
        var problem = model.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "SEM2008");

        if (kind?.StartsWith('!') == true)
        {
            Assert.NotNull(problem);
            Assert.Contains($"'{kind[1..]}'", problem.Arguments[1], StringComparison.Ordinal);
            return;
        }

        Assert.True(problem is null, problem?.ToString());
        Assert.Equal(kind, Text(model.Operation(OperationKind.List).Paging));
    }

    [Theory]
    [InlineData("""{"type":"integer","default":0}""", "", 0)]
    [InlineData("""{"type":"integer","default":1,"minimum":0}""", "", null)]
    [InlineData("""{"type":"integer","minimum":1}""", "", null)]
    [InlineData("""{"type":"integer","minimum":0}""", "Zero-based page index (0..N)", 0)]
    public void FirstPage_IsCountedAsTheDocumentSays(string schema, string description, int? first)
    {
        var page = "{\"name\":\"page\",\"in\":\"query\",\"description\":\"" + description + "\",\"schema\":" + schema + "}";
        var paging = Bound.Valid(Api.Document(collection: Api.List(parameters: page))).Operation(OperationKind.List).Paging!;

        Assert.Equal((PagingKind.PageNumber, first), (paging.Kind, paging.First));
    }

    [Fact]
    public void ListThatHasToBeAskedWithSomethingElse_IsNotLookedThrough()
    {
        const string owner = "{\"name\":\"owner\",\"in\":\"query\",\"required\":true,\"schema\":{\"type\":\"string\"}}";
        var model = Bound.Valid(Api.Document(collection: Api.List(parameters: owner)));

        Assert.Contains(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2008" && diagnostic.Arguments[1].Contains("'owner'", StringComparison.Ordinal));
        Assert.DoesNotContain(Bound.Valid(Api.Document(collection: Api.List(parameters: owner.Replace("true", "false", StringComparison.Ordinal)))).Diagnostics, diagnostic => diagnostic.Id == "SEM2008");
    }

    [Fact]
    public void StartIndexFromOne_IsSeen()
    {
        var paging = Bound.Valid(Api.Document(collection: Api.List(parameters: Api.Query("startIndex", """{"type":"integer","minimum":1}""")))).Operation(OperationKind.List).Paging!;

        Assert.Equal((PagingKind.Offset, 1), (paging.Kind, paging.First));
    }

    private static string? Text(PagingModel? paging) => paging is null ? null : string.Join(' ', new[]
    {
        paging.Kind.ToString(), paging.Parameter, paging.SizeParameter, paging.Next is null ? null : "next=" + paging.Next, paging.Total is null ? null : "total=" + paging.Total,
        paging.More is null ? null : "more=" + paging.More, paging.Last is null ? null : "last=" + paging.Last, paging.LinkHeader ? "link" : null,
    }.OfType<string>());

    private static string Document(string parameters, string fields)
    {
        var names = parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var query = string.Join(',', names.Where(name => name != "#Link").Select(name => Api.Query(name.Split(':')[0], Schema(name))));
        var properties = fields.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => (Path: Path(field), Schema: Schema(field)))
            .GroupBy(field => field.Path[0])
            .Select(group => $"\"{group.Key}\":" + Nested([.. group.Select(field => (field.Path[1..], field.Schema))]));
        var list = Api.List(Api.Object([.. properties, """ "things":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}}}}"""]), query);
        if (names.Contains("#Link")) list = list.Replace("\"description\":\"\",\"content\"", """ "description":"","headers":{"link":{"schema":{"type":"string"}}},"content" """, StringComparison.Ordinal);
        return Api.Document(collection: list);
    }

    private static string[] Path(string field) => field.StartsWith('@') ? [field.Split(':')[0]] : field.Split(':')[0].Split('.');

    private static string Nested(List<(string[] Path, string Schema)> fields) => fields[0].Path.Length == 0
        ? fields[0].Schema
        : Api.Object([.. fields.GroupBy(field => field.Path[0]).Select(group => $"\"{group.Key}\":" + Nested([.. group.Select(field => (field.Path[1..], field.Schema))]))]);

    private static string Schema(string text) => text.Split(':').ElementAtOrDefault(1) switch
    {
        null => """{"type":"string"}""",
        "uri" => """{"type":"string","format":"uri"}""",
        var type => $$"""{"type":"{{type}}"}""",
    };
}
