using System.Text.Json.Nodes;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class DeleteTests : CloudTest
{
    [Theory]
    [MemberData(nameof(CreateTests.Kinds), MemberType = typeof(CreateTests))]
    public async Task Delete_IsAppliedOnce_ThenNotFound(string kind)
    {
        string id = await CreatedIdAsync(kind, Bodies.Of(kind, "one"));
        Answer first = await Http.SendAsync("DELETE", $"/v1/{kind}/{id}");
        Answer second = await Http.SendAsync("DELETE", $"/v1/{kind}/{id}");
        Answer read = await Http.ReadAsync($"/v1/{kind}/{id}");
        Assert.Equal((204, ""), (first.Status, first.Text));
        Assert.Equal((404, "not_found"), (second.Status, second.Error));
        Assert.Equal(404, read.Status);
        Assert.Equal(["POST", "DELETE"], Server.Applied.Select(applied => applied.Method));
        Assert.Equal((0, 3), (Server.Count(kind), Server.Mutations.Count));
    }

    [Fact]
    public async Task NetworkInUse_CannotBeDeleted_UntilItsServerIs()
    {
        string network = await CreatedIdAsync(CloudKind.Networks, Bodies.Network());
        string server = await CreatedIdAsync(CloudKind.Servers, Bodies.Server(more: $$""","network_id":"{{network}}" """));
        Answer inUse = await Http.SendAsync("DELETE", $"/v1/networks/{network}");
        Assert.Equal((409, "in_use", 1), (inUse.Status, inUse.Error, Server.Count(CloudKind.Networks)));
        await Http.SendAsync("DELETE", $"/v1/servers/{server}");
        Assert.Equal(204, (await Http.SendAsync("DELETE", $"/v1/networks/{network}")).Status);
    }

    [Fact]
    public async Task DeletedServer_IsTakenOutOfWhatRefersToIt()
    {
        string gone = await CreatedIdAsync(CloudKind.Servers, Bodies.Server("a"));
        string stays = await CreatedIdAsync(CloudKind.Servers, Bodies.Server("b"));
        string ids = $$""","server_ids":[{{gone}},{{stays}}]""";
        await CreatedIdAsync(CloudKind.LoadBalancers, Bodies.LoadBalancer("web", ids));
        await CreatedIdAsync(CloudKind.Firewalls, Bodies.Firewall("web", ids));
        Assert.Equal(204, (await Http.SendAsync("DELETE", $"/v1/servers/{gone}")).Status);
        foreach (string kind in new[] { CloudKind.LoadBalancers, CloudKind.Firewalls })
            Assert.Equal(stays, Assert.Single(Server.Live(kind)[0]["server_ids"]!.AsArray())!.ToString());
    }

    [Theory]
    [InlineData(CloudKind.Servers, ""","network_id":"5a4981aa-9653-4bd1-bef5-d6bff52042e4" """, "network_id")]
    [InlineData(CloudKind.Servers, ""","network_id":7""", "network_id")]
    [InlineData(CloudKind.LoadBalancers, ""","server_ids":[4200009999]""", "server_ids[0]")]
    [InlineData(CloudKind.Firewalls, ""","server_ids":["4200000001"]""", "server_ids[0]")]
    public async Task ReferenceToNothing_IsRefused(string kind, string more, string path)
    {
        Server.Seed(CloudKind.Servers, """{"id":4200000001,"name":"seeded"}""");
        var body = JsonNode.Parse(Bodies.Of(kind, "one")[..^1] + more + "}")!;
        Answer answer = await Http.CreateAsync(kind, body.ToJsonString());
        Assert.Equal(422, answer.Status);
        Assert.StartsWith($"{path} must be the id of one of the ", answer.Message);
    }

    [Fact]
    public async Task SoftDeleted_IsStillShown_ButOffAndNotAlive()
    {
        Server.SoftDelete = true;
        string id = await CreatedIdAsync(CloudKind.Networks, Bodies.Network());
        Assert.Equal(204, (await Http.SendAsync("DELETE", $"/v1/networks/{id}")).Status);
        Answer read = await Http.ReadAsync($"/v1/networks/{id}");
        Answer list = await Http.ReadAsync("/v1/networks?name=web");
        Assert.Equal("off", (string?)read.Resource["status"]);
        Assert.Equal("off", (string?)list.Json["networks"]![0]!["status"]);
        Assert.Equal(0, Server.Count(CloudKind.Networks));
        Assert.Empty(Server.Live(CloudKind.Networks));
        Assert.Equal(404, (await Http.SendAsync("DELETE", $"/v1/networks/{id}")).Status);
        Assert.Equal(404, (await Http.SendAsync("PUT", $"/v1/networks/{id}", Bodies.Network())).Status);
        Assert.Equal(409, (await Http.CreateAsync(CloudKind.Networks, Bodies.Network())).Status);
    }
}
