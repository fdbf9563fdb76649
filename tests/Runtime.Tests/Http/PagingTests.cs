using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

[Trait("Feature", "B6")]
public sealed class PagingTests
{
    private const int Count = 45;

    private static readonly PageNumberPaging ByNext = new("page", "per_page", 7, NextLink: "links.pages.next");
    private static readonly PageNumberPaging ByTotal = new("page", "per_page", 7, Total: "meta.total");
    private static readonly PageNumberPaging BySize = new("page", "per_page", 7);
    private static readonly PageNumberPaging ByNothing = new("page");

    public static TheoryData<Paging, int> Styles() => [(ByNext, 7), (ByTotal, 7), (BySize, 7), (ByNothing, 6), (new PageNumberPaging("page", "per_page", 15), 4), (new PageNumberPaging("page", "per_page", 15, Total: "meta.total"), 4)];

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task EveryPage_IsRead(Paging paging, int requests)
    {
        await using var server = await StartAsync();
        using var http = server.NewClient();

        Assert.Equal(Enumerable.Range(1, Count), await ListAsync(http, paging));

        Assert.Equal(requests, server.Seen.Count);
        Assert.Equal(Enumerable.Range(1, requests), server.Seen.Select(seen => int.Parse(Query(seen)["page"])));
        Assert.All(server.Seen, seen => Assert.Equal("x", Query(seen)["tag"]));
    }

    [Fact]
    public async Task ListWithoutPaging_IsOneRequest()
    {
        await using var server = await LoopbackApi.StartAsync(200, "[1,2]");
        using var http = server.NewClient();

        Assert.Equal([1, 2], await ListAsync(http, null, items: null));
        Assert.Equal("/things?tag=x", Assert.Single(server.Seen).Target);
    }

    [Fact]
    public async Task SizeOfTheRequest_IsRespected()
    {
        await using var server = await StartAsync();
        using var http = server.NewClient();

        await ListAsync(http, BySize, request: NewRequest().Query("per_page", 40).Query("page", 2));

        Assert.Equal(["1", "2"], server.Seen.Select(seen => Query(seen)["page"]));
        Assert.All(server.Seen, seen => Assert.Equal("40", Query(seen)["per_page"]));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task PageThatFails_IsAnErrorAndNeverAShortList(int status)
    {
        foreach (var paging in new[] { ByNext, ByTotal, BySize, ByNothing })
        {
            await using var server = await StartAsync(failAt: 3, status);
            using var http = server.NewClient();

            var error = await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, paging));

            Assert.Equal(status, error.Status);
            Assert.Equal(3, server.Seen.Count);
        }
    }

    [Theory]
    [InlineData("""{"error":"try later"}""", "without 'things'")]
    [InlineData("""{"things":{"a":1}}""", "'things' is no array")]
    [InlineData("", "without 'things'")]
    [InlineData("<html>", "without 'things'")]
    [InlineData("""{"things":[1,{}]}""", "not as documented")]
    public async Task ReplyWithoutTheArray_IsAnError(string body, string message)
    {
        await using var server = await LoopbackApi.StartAsync(200, body);
        using var http = server.NewClient();

        Assert.Contains(message, (await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, null))).Message);
    }

    [Theory]
    [InlineData("""{"things":null}""", "things")]
    [InlineData("""{"things":[]}""", "things")]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    public async Task NullAndEmptyArrays_AreEmptyLists(string body, string? items)
    {
        await using var server = await LoopbackApi.StartAsync(200, body);
        using var http = server.NewClient();

        Assert.Empty(await ListAsync(http, ByTotal, items));
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task EmptyBodyOfAnArrayList_IsAnError()
    {
        await using var server = await LoopbackApi.StartAsync(200);
        using var http = server.NewClient();

        await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, null, items: null));
    }

    [Fact]
    public async Task PageThatRepeatsTheOneBefore_IsAnErrorAndNoLoop()
    {
        await using var server = await LoopbackApi.StartAsync(200, """{"things":[1,2],"links":{"pages":{"next":"/things?page=2"}}}""");
        using var http = server.NewClient();

        var error = await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, ByNext));

        Assert.Contains("page 2 repeats the one before", error.Message);
        Assert.Equal(2, server.Seen.Count);
    }

    [Fact]
    public async Task ServerThatCapsItsPagesSilently_IsReadToItsEnd()
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            var page = int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture);
            return context.Response.WriteAsync($$"""{"things":[{{string.Join(',', Enumerable.Range(1, 5).Skip((page - 1) * 2).Take(2))}}]}""");
        });
        using var http = server.NewClient();

        Assert.Equal([1, 2, 3, 4, 5], await ListAsync(http, BySize));
        Assert.Equal(3, server.Seen.Count);
    }

    [Fact]
    public async Task ListThatEndsBeforeItsTotal_IsAnError()
    {
        await using var server = await LoopbackApi.StartAsync(context => context.Response.WriteAsync(
            context.Request.Query["page"] == "1" ? """{"things":[1,2],"meta":{"total":5}}""" : """{"things":[],"meta":{"total":5}}"""));
        using var http = server.NewClient();

        Assert.Contains("ended after 2 items of 5", (await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, ByTotal))).Message);
    }

    [Theory]
    [InlineData(2, "empty")]
    [InlineData(2, "404")]
    [InlineData(2, "again")]
    [InlineData(1, "empty")]
    public async Task TotalThatIsTooSmall_EndsNoList_WhilePagesAreFull(int total, string afterTheEnd)
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            var page = int.Parse(context.Request.Query["page"]!, CultureInfo.InvariantCulture);
            if (page > 3 && afterTheEnd == "404") context.Response.StatusCode = 404;
            if (page > 3 && afterTheEnd == "again") page = 3;
            return context.Response.WriteAsync($$$"""{"things":[{{{string.Join(',', Enumerable.Range(1, 6).Skip((page - 1) * 2).Take(2))}}}],"meta":{"total":{{{total}}}}}""");
        });
        using var http = server.NewClient();

        Assert.Equal([1, 2, 3, 4, 5, 6], await ListAsync(http, new PageNumberPaging("page", "per_page", 2, Total: "meta.total")));
        Assert.Equal(4, server.Seen.Count);
    }

    [Fact]
    public async Task TotalThatAShortPageReaches_EndsTheList()
    {
        await using var server = await LoopbackApi.StartAsync(200, """{"things":[1,2],"meta":{"total":2}}""");
        using var http = server.NewClient();

        Assert.Equal([1, 2], await ListAsync(http, ByTotal));
        Assert.Single(server.Seen);
    }

    [Fact]
    public async Task ListThatNeverEnds_IsAnErrorAtTheMaximumOfPages()
    {
        var page = 0;
        using var http = new HttpClient(new StubHandler((_, _) => Task.FromResult(new HttpResponseMessage
        {
            Content = new StringContent("{\"things\":[" + ++page + "],\"links\":{\"pages\":{\"next\":true}}}"),
        })))
        { BaseAddress = new Uri("http://localhost") };

        var error = await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, ByNext));

        Assert.Equal(PageWalk.MaximumPages, page);
        Assert.Contains($"more than {PageWalk.MaximumPages} pages", error.Message);
    }

    [Theory]
    [InlineData("\"https://evil.example/things?page=2\"", 2)]
    [InlineData("true", 2)]
    [InlineData("2", 2)]
    [InlineData("{\"href\":\"x\"}", 2)]
    [InlineData("\"\"", 1)]
    [InlineData("null", 1)]
    [InlineData("false", 1)]
    [InlineData("0", 1)]
    public async Task NextLink_OnlySaysWhetherPagesFollow(string next, int requests)
    {
        await using var server = await LoopbackApi.StartAsync(context => context.Response.WriteAsync(
            context.Request.Query["page"] == "1" ? "{\"things\":[1],\"links\":{\"pages\":{\"next\":" + next + "}}}" : """{"things":[2],"links":{}}"""));
        using var http = server.NewClient();

        Assert.Equal(Enumerable.Range(1, requests), await ListAsync(http, ByNext));
        Assert.Equal(requests, server.Seen.Count);
    }

    [Fact]
    public async Task PagesAreReadAsTheyAreNeeded()
    {
        await using var server = await StartAsync();
        using var http = server.NewClient();

        Assert.Equal(3, await NewClient(http).ListAsync(NewRequest(), Codec.Int32, "things", ByNext).FirstAsync(number => number == 3));

        Assert.Single(server.Seen);
    }

    private static ApiRequest NewRequest() => new ApiRequest(HttpMethod.Get, "/things").Query("tag", "x");

    private static ApiClient NewClient(HttpClient http) => new(http, NoRepository.Context());

    private static async Task<List<int>> ListAsync(HttpClient http, Paging? paging, string? items = "things", ApiRequest? request = null) =>
        await NewClient(http).ListAsync(request ?? NewRequest(), Codec.Int32, items, paging).ToListAsync();

    private static Dictionary<string, string> Query(SeenRequest seen) =>
        seen.Target.Split('?')[1].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>45 things in pages of 10 or of the size that is asked for.</summary>
    private static Task<LoopbackApi> StartAsync(int failAt = 0, int status = 200) => LoopbackApi.StartAsync(context =>
    {
        var page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1");
        var size = int.Parse(context.Request.Query["per_page"].FirstOrDefault() ?? "10");
        if (page == failAt) context.Response.StatusCode = status;
        var isLast = page * size >= Count;
        var links = new JsonObject { ["pages"] = isLast ? [] : new JsonObject { ["next"] = $"https://host/things?page={page + 1}" } };
        var things = new JsonArray([.. Enumerable.Range(1, Count).Skip((page - 1) * size).Take(size).Select(number => JsonValue.Create(number))]);
        return context.Response.WriteAsync(new JsonObject { ["things"] = things, ["links"] = links, ["meta"] = new JsonObject { ["total"] = Count } }.ToJsonString());
    });
}
