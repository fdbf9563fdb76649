using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>Every kind of paging over real HTTP: a list is read to its end, and what leaves its end in doubt is an error.</summary>
[Trait("Feature", "B6")]
public sealed class PagingKindTests
{
    private const int Count = 23;
    private const int ServerSize = 10;

    /// <summary>Kinds, how the server speaks, and how many requests that takes.</summary>
    public static TheoryData<Paging, string, int> Kinds() => new()
    {
        { new PageNumberPaging("page", NextLink: "next_page"), "numbers", 3 },
        { new PageNumberPaging("page") { Last = "done" }, "numbers", 3 },
        { new PageNumberPaging("page") { First = 0, More = "more" }, "zero", 3 },
        { new PageNumberPaging("page", "limit", 10) { LinkHeader = true }, "header", 3 },
        { new PageNumberPaging("page", "limit", 10) { LinkHeader = true }, "numbers", 3 },
        { new OffsetPaging("offset"), "offset", 4 },
        { new OffsetPaging("offset", Total: "total"), "offset", 3 },
        { new OffsetPaging("offset") { More = "more" }, "offset", 3 },
        { new OffsetPaging("offset") { Last = "done" }, "offset", 3 },
        { new OffsetPaging("offset", "limit", 100, Total: "total"), "offset", 3 },
        { new OffsetPaging("offset", NextLink: "next") { First = 1 }, "offset1", 3 },
        { new CursorPaging("cursor", "meta.next_cursor"), "cursor", 3 },
        { new CursorPaging("cursor", "meta.next_cursor", "limit", 5), "cursor", 5 },
        { new CursorPaging("cursor", "meta.cursor") { More = "more" }, "cursor", 3 },
        { new CursorPaging("cursor", "meta.cursor") { Last = "done" }, "cursor", 3 },
        { new LastItemPaging("starting_after", "id") { More = "more" }, "after", 3 },
        { new LastItemPaging("starting_after", "id"), "after", 4 },
        { new LinkHeaderPaging(), "header", 3 },
        { new LinkHeaderPaging("limit", 5), "header", 5 },
        { new NextAddressPaging("next"), "address", 3 },
        { new NextAddressPaging("links.next.href"), "address", 3 },
        { new NextAddressPaging("relative"), "address", 3 },
        { new NextAddressPaging("query"), "address", 3 },
        { new NextAddressPaging("@odata.nextLink", "limit", 5), "address", 5 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EveryPage_IsRead(Paging paging, string server, int requests)
    {
        await using var api = await StartAsync(server);
        using var http = api.NewClient();

        Assert.Equal(Enumerable.Range(1, Count), await ListAsync(http, paging));

        Assert.Equal(requests, api.Seen.Count);
        Assert.All(api.Seen, seen => Assert.Equal("yes", seen.Headers["X-Wanted"]));
        Assert.All(api.Seen, seen => Assert.Single(seen.Target.Split("tag=x").Skip(1)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task PageThatFails_IsAnErrorAndNeverAShortList(Paging paging, string server, int requests)
    {
        foreach (var status in new[] { 403, 404, 500 })
        {
            await using var api = await StartAsync(server, failAt: 2, status);
            using var http = api.NewClient();

            Assert.Equal(status, (await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, paging))).Status);
            Assert.Equal(2, api.Seen.Count);
            Assert.True(requests > 2);
        }
    }

    /// <summary>Replies that leave it open whether the list is over.</summary>
    public static TheoryData<Paging, string, string> Doubts() => new()
    {
        { new CursorPaging("c", "next") { More = "more" }, """{"items":[{"id":1}],"more":true}""", "has no 'next'" },
        { new CursorPaging("c", "next"), """{"items":[{"id":1}],"next":{"a":1}}""", "'next' is no text" },
        { new CursorPaging("c", "next"), """{"items":[{"id":1}],"next":"same"}""", "repeats the one before" },
        { new LastItemPaging("a", "id") { More = "more" }, """{"items":[],"more":true}""", "the page is empty" },
        { new LastItemPaging("a", "key"), """{"items":[{"id":1}]}""", "has no 'key'" },
        { new LastItemPaging("a", "id") { More = "more" }, """{"items":[{"id":1}],"more":true}""", "repeats the one before" },
        { new OffsetPaging("o") { More = "more" }, """{"items":[],"more":true}""", "the page is empty" },
        { new OffsetPaging("o", Total: "total"), """{"items":[],"total":5}""", "ended after 0 items of 5" },
        { new OffsetPaging("o", Total: "total"), """{"items":[{"id":1}],"total":5}""", "repeats the one before" },
        { new PageNumberPaging("p", NextLink: "next"), """{"items":[{"id":1}],"next":1}""", "page 1 is named as the one after page 1" },
        { new NextAddressPaging("next") { More = "more" }, """{"items":[{"id":1}],"more":true}""", "has no 'next'" },
        { new NextAddressPaging("next"), """{"items":[{"id":1}],"next":true}""", "is no address" },
        { new NextAddressPaging("next"), """{"items":[{"id":1}],"next":"http://other.example/things?page=2"}""", "another origin (http://other.example)" },
        { new NextAddressPaging("next"), """{"items":[{"id":1}],"next":"//other.example/things"}""", "another origin" },
        { new NextAddressPaging("next"), """{"items":[{"id":1}],"next":"https://localhost/things"}""", "another origin" },
        { new NextAddressPaging("next"), """{"items":[{"id":1}],"next":"file:///etc/passwd"}""", "another origin" },
        { new NextAddressPaging("next"), """{"items":[{"id":1}],"next":"http://:::"}""", "cannot be read" },
        { new NextAddressPaging("next"), """{"items":[],"next":"/things?page=2"}""", "read before" },
        { new WholePaging("total"), """{"items":[{"id":1}],"total":2}""", "1 items of 2" },
        { new LinkHeaderPaging { More = "more" }, """{"items":[{"id":1}],"more":true}""", "no Link header leads to them" },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task WhatLeavesTheEndInDoubt_IsAnErrorAndNeverAShortList(Paging paging, string body, string message)
    {
        await using var api = await LoopbackApi.StartAsync(200, body);
        using var http = api.NewClient();

        Assert.Contains(message, (await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, paging))).Message);
    }

    [Fact]
    public async Task NextPageAtAnotherOrigin_IsNotAskedFor()
    {
        await using var other = await LoopbackApi.StartAsync(200, """{"items":[]}""");
        await using var api = await LoopbackApi.StartAsync(context =>
        {
            context.Response.Headers.Link = $"<{other.Address}things?page=2>; rel=\"next\"";
            return context.Response.WriteAsync($$"""{"items":[{"id":1}],"next":"{{other.Address}}things?page=2"}""");
        });
        using var http = api.NewClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "secret");

        await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, new NextAddressPaging("next")));
        await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, new LinkHeaderPaging()));

        Assert.Empty(other.Seen);
        Assert.Equal(2, api.Seen.Count);
    }

    [Fact]
    public async Task NextAddressWithCredentials_IsRefused_AndTheyAreNotShown()
    {
        await using var api = await LoopbackApi.StartAsync(context => context.Response.WriteAsync($$"""{"items":[{"id":1}],"next":"http://user:hidden@{{context.Request.Host}}/things?page=2"}"""));
        using var http = api.NewClient();

        var error = await Assert.ThrowsAsync<ApiException>(() => ListAsync(http, new NextAddressPaging("next")));

        Assert.DoesNotContain("hidden", error.ToString());
        Assert.Single(api.Seen);
    }

    [Fact]
    public async Task EmptyPagesWithACursor_EndNoList()
    {
        await using var api = await LoopbackApi.StartAsync(context => context.Response.WriteAsync(context.Request.Query["c"].ToString() switch
        {
            "" => """{"items":[],"next":"a"}""",
            "a" => """{"items":[],"next":"b"}""",
            "b" => """{"items":[{"id":7}],"next":""}""",
            _ => "{}",
        }));
        using var http = api.NewClient();

        Assert.Equal([7], await ListAsync(http, new CursorPaging("c", "next")));
    }

    [Fact]
    public async Task CursorOfTheCaller_IsTheWalksOwn()
    {
        await using var api = await StartAsync("cursor");
        using var http = api.NewClient();

        Assert.Equal(Count, (await ListAsync(http, new CursorPaging("cursor", "meta.next_cursor"), NewRequest().Query("cursor", "20"))).Count);
    }

    private static ApiRequest NewRequest() => new ApiRequest(HttpMethod.Get, "/things").Query("tag", "x").Header("X-Wanted", "yes");

    private static async Task<List<int>> ListAsync(HttpClient http, Paging paging, ApiRequest? request = null) =>
        await new ApiClient(http, NoRepository.Context()).ListAsync(request ?? NewRequest(), Codec.Json, "items", paging).Select(item => (int)item["id"]!).ToListAsync();

    /// <summary>23 things in pages of 10 or less.</summary>
    private static Task<LoopbackApi> StartAsync(string kind, int failAt = 0, int status = 200)
    {
        var asked = 0;
        return LoopbackApi.StartAsync(context =>
        {
            if (++asked == failAt)
            {
                context.Response.StatusCode = status;
                return context.Response.WriteAsync("""{"items":[]}""");
            }

            var size = Math.Min(ServerSize, Number(context, "limit") ?? ServerSize);
            var start = kind switch
            {
                "numbers" => ((Number(context, "page") ?? 1) - 1) * size,
                "zero" => (Number(context, "page") ?? 0) * size,
                "header" or "address" => ((Number(context, "page") ?? 1) - 1) * size,
                "offset" => Number(context, "offset") ?? 0,
                "offset1" => (Number(context, "offset") ?? 1) - 1,
                "cursor" => Number(context, "cursor") ?? 0,
                "after" => Number(context, "starting_after") ?? 0,
                _ => throw new ArgumentOutOfRangeException(nameof(kind)),
            };
            return context.Response.WriteAsync(Page(context, kind, start, size).ToJsonString());
        });
    }

    private static JsonObject Page(HttpContext context, string kind, int start, int size)
    {
        var end = Math.Min(start + size, Count);
        var page = (start / size) + 1;
        var more = end < Count;
        var next = $"/things?tag=x&page={page + 1}&limit={size}";
        if (kind == "header")
        {
            var first = $"<http://{context.Request.Host}/things?tag=x&page=1>; rel=\"first\"";
            context.Response.Headers.Link = more ? $"{first}, <http://{context.Request.Host}{next}>; title=\"a, b\"; rel=\"last next\"" : first;
        }

        var body = new JsonObject
        {
            ["items"] = new JsonArray([.. Enumerable.Range(start + 1, Math.Max(0, end - start)).Select(id => new JsonObject { ["id"] = id })]),
            ["more"] = more,
            ["done"] = !more,
            ["total"] = Count,
            ["meta"] = new JsonObject { ["cursor"] = end, ["next_cursor"] = more ? end.ToString(CultureInfo.InvariantCulture) : null },
        };
        if (!more) return body;
        body["next_page"] = page + 1;
        body["next"] = $"http://{context.Request.Host}{next}";
        body["@odata.nextLink"] = $"http://{context.Request.Host}{next}";
        body["links"] = new JsonObject { ["next"] = new JsonObject { ["href"] = $"http://{context.Request.Host}{next}" } };
        body["relative"] = next;
        body["query"] = next["/things".Length..];
        return body;
    }

    private static int? Number(HttpContext context, string name) => int.TryParse(context.Request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : null;
}
