using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>Errors of real HTTP replies: typed, readable and without secrets.</summary>
public sealed class ErrorModelTests
{
    private static readonly ErrorModel[] Models =
    [
        ErrorModel.Of<Fault>("404", "default"), ErrorModel.Of<Busy>("4XX"), ErrorModel.Of<Busy>("404").For("GET /other/{id}"), ErrorModel.Of<Busy>("500").For("GET /nowhere"),
    ];

    [Theory]
    [InlineData(404, "/things/{id}", typeof(Fault))]
    [InlineData(404, "/other/{id}", typeof(Busy))]
    [InlineData(409, "/things/{id}", typeof(Busy))]
    [InlineData(500, "/things/{id}", typeof(Fault))]
    [InlineData(500, "/other/{id}", typeof(Fault))]
    public async Task Error_IsTheNearestModelOfTheStatus(int status, string path, Type model)
    {
        await using var api = await LoopbackApi.StartAsync(status, """{"code":"x","message":"no"}""");
        using var http = api.NewClient();

        var error = await FailAsync(http, new ApiRequest(HttpMethod.Get, path).Path("id", "1"));

        Assert.IsType(model, error.Error);
        Assert.Equal("x", ((JsonObject)error.Body!)["code"]!.GetValue<string>());
        Assert.Equal("no", error.Problem);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("oops")]
    [InlineData("")]
    public async Task BodyThatIsNoObject_HasNoModel(string body)
    {
        await using var api = await LoopbackApi.StartAsync(400, body);
        using var http = api.NewClient();

        var error = await FailAsync(http, new ApiRequest(HttpMethod.Get, "/things"));

        Assert.Null(error.Error);
        Assert.Null(error.Details);
        Assert.Equal(body == "[1]", error.Body is not null);
    }

    [Theory]
    [InlineData("application/problem+json", """{"type":"https://a/quota","title":"Quota","status":403,"detail":"no room","instance":"/x/1","limit":{"a":1}}""", true)]
    [InlineData("application/json", """{"type":"https://a/quota","title":"Quota","status":403,"detail":"no room","instance":"/x/1","limit":{"a":1}}""", true)]
    [InlineData("application/problem+json; charset=utf-8", "{}", true)]
    [InlineData("application/json", """{"title":"Quota","limit":1}""", false)]
    [InlineData("application/json", """{"detail":"no room"}""", false)]
    public async Task ProblemDetails_AreUnderstoodWithoutADocument(string type, string body, bool isProblem)
    {
        await using var api = await LoopbackApi.StartAsync(403, body, type);
        using var http = api.NewClient();

        var details = (await FailAsync(http, new ApiRequest(HttpMethod.Get, "/things"))).Details;

        Assert.Equal(isProblem, details is not null);
        if (details is null) return;
        var isFull = body.Length > 2;
        Assert.Equal(isFull ? ("https://a/quota", "Quota", 403, "no room", "/x/1") : ("about:blank", null, null, null, null), (details.Type, details.Title, details.Status, details.Detail, details.Instance));
        Assert.Equal(isFull ? ["limit"] : [], details.Extensions.Keys);
    }

    [Fact]
    public async Task MembersOfOtherTypes_AreAsAbsent()
    {
        await using var api = await LoopbackApi.StartAsync(400, """{"type":1,"title":{},"status":"400","detail":[],"instance":null}""", "application/problem+json");
        using var http = api.NewClient();

        var details = (await FailAsync(http, new ApiRequest(HttpMethod.Get, "/things"))).Details!;

        Assert.Equal(("about:blank", null, null, null, null), (details.Type, details.Title, details.Status, details.Detail, details.Instance));
        Assert.Empty(details.Extensions);
    }

    [Fact]
    public async Task SecretsOfTheRequest_AreInNoErrorThatQuotesThem()
    {
        await using var api = await LoopbackApi.StartAsync(async context =>
        {
            context.Response.StatusCode = 422;
            await context.Response.WriteAsync("""{"title":"hunter2","detail":"a hunter2 b","token-abc":["hunter2",{"x":123456}]}""");
        });
        using var http = api.NewClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "token-abc");

        var error = await FailAsync(http, new ApiRequest(HttpMethod.Post, "/things").Body(JsonNode.Parse("""{"password":"hunter2","pin":123456}""")).Secrets("password", "pin"));

        var shown = error + error.Body!.ToJsonString() + error.Details!.Title + error.Error?.Json.ToJsonString();
        Assert.DoesNotContain("hunter2", shown);
        Assert.DoesNotContain("123456", shown);
        Assert.DoesNotContain("token-abc", shown);
        Assert.Contains("a *** b", shown);
    }

    [Fact]
    public async Task RejectedCreate_ShowsTheModelToo()
    {
        await using var api = await LoopbackApi.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Method == "POST" ? 422 : 200;
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync("""{"title":"Invalid","detail":"hunter2 is weak"}""");
        });
        using var http = api.NewClient();
        var resource = new ResourceDescriptor { Model = "Things", Guarantee = Guarantee.AtMostOnce, CreatePath = "/things", Id = "id", Errors = [ErrorModel.Of<Fault>("422")], Secrets = ["password"] };
        var things = new ResourceClient<Thing>(http, new SemelContext(new MemoryDataRepository(), "test"), resource);

        var error = await Assert.ThrowsAsync<RejectedException>(() => things.CreateAsync("one", new Thing(new JsonObject { ["password"] = "hunter2" }), [], CancellationToken.None));

        Assert.IsType<Fault>(error.Error);
        Assert.Equal("*** is weak", error.Details!.Detail);
        Assert.Equal(422, Assert.IsType<ApiException>(error.InnerException).Status);
        Assert.DoesNotContain("hunter2", error.ToString());
    }

    private static Task<ApiException> FailAsync(HttpClient http, ApiRequest request) =>
        Assert.ThrowsAsync<ApiException>(() => new ApiClient(http, NoRepository.Context(), Models).SendAsync(request));

    private sealed class Fault(JsonObject json) : View(json), IView<Fault>
    {
        public static Fault Wrap(JsonObject json) => new(json);
    }

    private sealed class Busy(JsonObject json) : View(json), IView<Busy>
    {
        public static Busy Wrap(JsonObject json) => new(json);
    }

    private sealed class Thing(JsonObject json) : View(json), IView<Thing>
    {
        public static Thing Wrap(JsonObject json) => new(json);
    }
}
