using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Sets;

/// <summary>A set whose list comes in pages of two, and whose items can be updated.</summary>
[Trait("Feature", "D4")]
public sealed class PagedSetTests : IAsyncLifetime
{
    private static readonly ResourceDescriptor Members = new()
    {
        Model = "Members",
        Guarantee = Guarantee.UniqueName,
        CreatePath = "/nets/{net}/members",
        DeletePath = "/nets/{net}/members/{id}",
        List = new ResourceList("/nets/{net}/members", "members", new PageNumberPaging("page", Total: "total")),
        Id = "id",
        IdParameter = "id",
        NameInRequest = "name",
        NameInResource = "name",
        Update = new("PATCH", "/nets/{net}/members/{id}", ["role"]),
        OwnsSet = true,
    };

    private readonly List<JsonObject> _members = [];
    private readonly MemoryDataRepository _repository = new();
    private LoopbackApi _api = null!;
    private HttpClient _http = null!;
    private string _secondPage = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Changes => string.Join(' ', _api.Seen.Where(request => request.Method != "GET").Select(request => request.Method));

    public async ValueTask InitializeAsync()
    {
        _api = await LoopbackApi.StartAsync(context => Answered(context, _api.Seen.Last().Body).WriteAsync(context));
        _http = _api.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
    }

    /// <summary>The set is ours alone, so that whatever a short list lacked or held would be added or removed.</summary>
    [Theory, Trait("Feature", "B6")]
    [InlineData("is whole", "POST DELETE DELETE DELETE")]
    [InlineData("is empty", "")]
    [InlineData("fails", "")]
    public async Task ListThatFailsOrEndsBeforeItsLastPage_ChangesNothing(string secondPage, string changes)
    {
        await EnsureAsync("a", "b", "c");
        _api.Seen.Clear();
        _secondPage = secondPage;

        var error = await Record.ExceptionAsync(() => EnsureAsync("d"));

        Assert.Equal((changes, changes.Length == 0), (Changes, error is UnknownException));
    }

    [Fact, Trait("Feature", "F2")]
    public async Task WhatIsNotAsWanted_IsUpdated_WhereTheApiCan()
    {
        await EnsureAsync("a:reader", "b:reader", "c:reader");
        _api.Seen.Clear();

        var set = await EnsureAsync("a:reader", "b:reader", "c:owner");

        Assert.Equal(("c", "PATCH"), (Assert.Single(set.Changed), Changes));
        Assert.Equal("owner", (string?)_members[2]["role"]);
        Assert.Equal(3, (await EnsureAsync("a:reader", "b:reader", "c:owner")).Kept.Count);
    }

    private Task<EnsuredSet> EnsureAsync(params string[] wanted) =>
        new ResourceClient<Thing>(_http, new SemelContext(_repository, "test"), Members).EnsureSetAsync(wanted.Select(Member), [new("net", "n1")], Token);

    private static Thing Member(string text) => text.Split(':') is [var name, var role] ? new(new JsonObject { ["name"] = name, ["role"] = role }) : new(new JsonObject { ["name"] = text });

    private Answer Answered(HttpContext context, string body)
    {
        var id = context.Request.Path.Value!.Split('/')[^1];
        switch (context.Request.Method)
        {
            case "GET":
                var page = int.TryParse(context.Request.Query["page"], out var number) ? number : 1;
                if (page > 1 && _secondPage == "fails") return new(500);
                var items = page > 1 && _secondPage == "is empty" ? [] : _members.Skip((page - 1) * 2).Take(2).Select(member => member.DeepClone());
                return new(200, new JsonObject { ["members"] = new JsonArray([.. items]), ["total"] = _members.Count }.ToJsonString());
            case "DELETE":
                return new(_members.RemoveAll(member => (string?)member["id"] == id) > 0 ? 204 : 404);
            case "PATCH":
                var there = _members.Single(member => (string?)member["id"] == id);
                foreach (var (name, value) in (JsonObject)JsonNode.Parse(body)!) there[name] = value?.DeepClone();
                return new(200, there.ToJsonString());
            default:
                var made = (JsonObject)JsonNode.Parse(body)!;
                made["id"] = made["name"]!.DeepClone();
                _members.Add(made);
                return new(201, made.ToJsonString());
        }
    }
}
