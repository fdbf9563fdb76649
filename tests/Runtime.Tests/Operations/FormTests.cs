using System.Text.Json.Nodes;
using HarbourModels;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Operations;

/// <summary>Generated creates and updates whose body is a form, on real connections.</summary>
[Trait("Feature", "L7")]
public sealed class FormTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_SendsItsFields_WithTheMarkerAmongThem_AndRecordsTheSameJson()
    {
        await using var server = await Api.RoutingAsync(("GET /piers/p/cranes", new(200, "[]")), ("POST /piers/p/cranes", new(201, """{"id":"c1","name":"a b"}""")));
        using var http = server.NewClient();
        var semel = Things.Context();
        var made = await new Harbour(http, semel).PierCranes.CreateAsync("p", new CraneCreate { Name = "a b", Reach = 9, Tools = ["x", "y"], Metadata = new Dictionary<string, string> { ["team"] = "é" }, Password = "hunter22" }, Token);

        var post = Assert.Single(server.Seen, seen => seen.Method == "POST");
        Assert.Equal(Form, post.Headers["Content-Type"]);
        var fields = post.Body.Split('&');
        Assert.Equal(["metadata%5Bteam%5D=%C3%A9", "name=a%20b", "password=hunter22", "reach=9", "tools=x", "tools=y"], fields.Where(field => !field.Contains("semel", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(2, fields.Count(field => field.StartsWith("metadata%5Bsemel", StringComparison.Ordinal)));
        var live = Assert.IsType<LiveRecord>(await semel.Repository.FindAsync(made.Key, Token));
        Assert.Equal((9, "é", false), ((int)live.Input!["reach"]!, (string)live.Input["metadata"]!["team"]!, live.Input.ContainsKey("password")));
    }

    [Fact]
    public async Task Create_IsMadeOnce()
    {
        await using var server = await Api.RoutingAsync(("GET /piers/p/cranes", new(200, "[]")), ("POST /piers/p/cranes", new(201, """{"id":"c1","name":"n"}""")), ("GET /piers/p/cranes/c1", new(200, """{"id":"c1","name":"n"}""")));
        using var http = server.NewClient();
        var cranes = new Harbour(http, Things.Context()).PierCranes;
        await cranes.CreateAsync("p", new CraneCreate { Name = "n" }, Token);
        var second = await cranes.CreateAsync("p", new CraneCreate { Name = "n" }, Token);

        Assert.Equal(Outcome.Reused, second.Outcome);
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Fact]
    public async Task FormInParts_IsTheSameBytesEachTime()
    {
        await using var server = await Api.AnsweringAsync(new(201, """{"id":"c1"}"""));
        using var http = server.NewClient();
        for (var i = 0; i < 2; i++)
            await new Harbour(http, Things.Context()).Charts.CreateAsync(new ChartCreate { Name = "n", Scale = 3, Area = new() { North = 1.5 } }, Token);

        var posts = server.Seen.Where(seen => seen.Method == "POST").ToList();
        Assert.Equal((posts[0].Body, posts[0].Headers["Content-Type"]), (posts[1].Body, posts[1].Headers["Content-Type"]));
        Assert.StartsWith("multipart/form-data; boundary=", posts[0].Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("name=\"area\"\r\n\r\n{\"north\":1.5}", posts[0].Body.Replace("Content-Type: application/json; charset=utf-8\r\nContent-Disposition", "Content-Disposition", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormWithoutFields_HasAFirstByte_WhichSeparatesNothing()
    {
        await using var server = await Api.AnsweringAsync(new(201, """{"id":"t1"}"""));
        using var http = server.NewClient();
        var client = new ResourceClient<Thing>(http, Things.Context(), Things.Described(list: null));
        await client.CreateAsync("x", new ApiRequest(HttpMethod.Post, "/things").Form(new JsonObject()), new CreateOptions<Thing>(), Token);

        Assert.Equal(("&", Form), (server.Seen.First().Body, server.Seen.First().Headers["Content-Type"]));
    }

    [Fact]
    public async Task Update_ByAPostOfTheItem_IsAFormToo()
    {
        await using var server = await Api.AnsweringAsync(new(200, """{"id":"c1"}"""));
        using var http = server.NewClient();
        await new Harbour(http, Things.Context()).PierCranes.UpdateAsync("p", "c1", new() { Reach = 5 }, Token);

        Assert.Equal(("POST", "reach=5", Form), (server.Seen.First().Method, server.Seen.First().Body, server.Seen.First().Headers["Content-Type"]));
    }

    [Theory]
    [InlineData(UpdateContent.Form, "size=2")]
    [InlineData(UpdateContent.Json, """{"size":2}""")]
    public async Task UpdateOfWhatWasThereBefore_IsWrittenAsItsApiTakesIt(object content, string expected)
    {
        await using var server = await Api.RoutingAsync(("GET /things", new(200, """{"things":[{"id":"t1","name":"web-1"}]}""")), ("GET /things/t1", new(200, """{"id":"t1","name":"web-1"}""")), ("POST /things/t1", new(200, """{"id":"t1"}""")));
        using var http = server.NewClient();
        var described = new ResourceDescriptor
        {
            Model = "Things",
            Guarantee = Guarantee.UniqueName,
            CreatePath = "/things",
            ReadPath = "/things/{id}",
            List = new ResourceList("/things", "things"),
            Id = "id",
            IdParameter = "id",
            NameInRequest = "name",
            NameInResource = "name",
            OnExists = OnExists.Update,
            Update = new("POST", "/things/{id}", ["size"]) { Content = (UpdateContent)content },
        };
        await new ResourceClient<Thing>(http, Things.Context(), described).CreateAsync("web-1", Thing.Wrap(new JsonObject { ["name"] = "web-1", ["size"] = 2 }), [], Token);

        Assert.Equal(expected, Assert.Single(server.Seen, seen => seen.Method == "POST").Body);
    }
}
