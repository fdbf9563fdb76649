using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class UpdateTests : CloudTest
{
    [Fact]
    public async Task Update_ReplacesWhatCanBeChanged()
    {
        string id = await CreatedIdAsync(CloudKind.Networks, """{"name":"web","range":"10.0.0.0/8","description":"old"}""");
        Answer updated = await Http.SendAsync("PUT", $"/v1/networks/{id}", """{"name":"shop","description":"new"}""");
        Answer read = await Http.ReadAsync($"/v1/networks/{id}");
        Assert.Equal(200, updated.Status);
        Assert.Equal(updated.Text, read.Text);
        Assert.Equal(("shop", "new", "10.0.0.0/8"), ((string?)read.Resource["name"], (string?)read.Resource["description"], (string?)read.Resource["range"]));
        Assert.Equal(["POST", "PUT"], Server.Applied.Select(applied => applied.Method));
    }

    [Fact]
    public async Task PropertyLeftOut_ReturnsToItsDefault()
    {
        string id = await CreatedIdAsync(CloudKind.LoadBalancers, Bodies.LoadBalancer("web", ""","tags":["a"],"algorithm":"least_connections" """));
        Answer updated = await Http.SendAsync("PUT", $"/v1/load_balancers/{id}", Bodies.LoadBalancer("web"));
        Assert.Empty(updated.Resource["tags"]!.AsArray());
        Assert.Equal("round_robin", (string?)updated.Resource["algorithm"]);
    }

    [Fact]
    public async Task FixedProperty_MayBeRepeatedButNotChanged()
    {
        string id = await CreatedIdAsync(CloudKind.Networks, Bodies.Network());
        Answer same = await Http.SendAsync("PUT", $"/v1/networks/{id}", Bodies.Network());
        Answer other = await Http.SendAsync("PUT", $"/v1/networks/{id}", """{"name":"web","range":"10.0.0.0/8"}""");
        Assert.Equal(200, same.Status);
        Assert.Equal((422, "range cannot be changed."), (other.Status, other.Message));
    }

    [Fact]
    public async Task RenameToATakenUniqueName_IsRefused_ToItsOwnNameIsNot()
    {
        await CreatedIdAsync(CloudKind.Firewalls, Bodies.Firewall("one"));
        string id = await CreatedIdAsync(CloudKind.Firewalls, Bodies.Firewall("two"));
        Assert.Equal(409, (await Http.SendAsync("PUT", $"/v1/firewalls/{id}", Bodies.Firewall("one"))).Status);
        Assert.Equal(200, (await Http.SendAsync("PUT", $"/v1/firewalls/{id}", Bodies.Firewall("two"))).Status);
    }

    [Fact]
    public async Task UpdateOfNothing_IsNotFound_OfAServerIsNotPossible()
    {
        string id = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Assert.Equal(404, (await Http.SendAsync("PUT", $"/v1/networks/{Guid.Empty}", Bodies.Network())).Status);
        Answer server = await Http.SendAsync("PUT", $"/v1/servers/{id}", Bodies.Server());
        Assert.Equal((405, "GET, DELETE"), (server.Status, server.Headers["Allow"]));
        Assert.Single(Server.Applied);
    }
}
