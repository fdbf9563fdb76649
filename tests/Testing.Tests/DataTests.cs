using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class DataTests : CloudTest
{
    [Fact]
    public async Task Seeded_IsThereWithoutBeingCounted()
    {
        string id = Server.Seed(CloudKind.Servers, """{"name":"theirs","status":"off"}""");
        Answer read = await Http.ReadAsync($"/v1/servers/{id}");
        Assert.Equal(("theirs", "off"), ((string?)read.Resource["name"], (string?)read.Resource["status"]));
        Assert.Empty(Server.Applied);
        Assert.Empty(Server.Mutations);
    }

    [Fact]
    public void Seeded_KeepsItsOwnId_OnlyOnce()
    {
        Assert.Equal("4242", Server.Seed(CloudKind.Servers, """{"id":4242,"name":"theirs"}"""));
        Assert.Throws<ArgumentException>(() => Server.Seed(CloudKind.Servers, """{"id":4242,"name":"theirs"}"""));
        Assert.Throws<ArgumentException>(() => Server.Seed(CloudKind.Servers, "{}"));
        Assert.Throws<ArgumentException>(() => Server.Seed("clouds", """{"name":"theirs"}"""));
    }

    [Fact]
    public async Task SeededId_IsNotGivenAgain()
    {
        string first = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        long seeded = long.Parse(first) + 1;
        Server.Seed(CloudKind.Servers, $$"""{"id":{{seeded}},"name":"theirs"}""");
        Assert.Equal(seeded + 1, long.Parse(await CreatedIdAsync(CloudKind.Servers, Bodies.Server())));
    }

    [Fact]
    public async Task Removed_IsGoneWithoutBeingCounted()
    {
        string id = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Assert.True(Server.Remove(CloudKind.Servers, id));
        Assert.False(Server.Remove(CloudKind.Servers, id));
        Assert.Equal(404, (await Http.ReadAsync($"/v1/servers/{id}")).Status);
        Assert.Equal("POST", Assert.Single(Server.Applied).Method);
    }

    [Fact]
    public async Task Duplicates_EqualTheOriginalButForTheId_UniqueNamesIncluded()
    {
        string id = await CreatedIdAsync(CloudKind.Networks, Bodies.Network());
        IReadOnlyList<string> copies = Server.AddDuplicates(CloudKind.Networks, id, 2);
        Answer list = await Http.ReadAsync("/v1/networks?name=web");
        Assert.Equal([id, .. copies], list.Json["networks"]!.AsArray().Select(network => (string)network!["id"]!));
        Assert.Equal(3, Server.Count(CloudKind.Networks));
        Assert.Single(Server.Applied);
        Assert.Throws<ArgumentException>(() => Server.AddDuplicates(CloudKind.Tags, "web"));
        Assert.Throws<ArgumentException>(() => Server.AddDuplicates(CloudKind.Networks, "none"));
    }

    [Fact]
    public async Task Live_IsACopy()
    {
        await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Server.Live(CloudKind.Servers)[0]["name"] = "changed";
        Assert.Equal("web-1", (string?)Server.Live(CloudKind.Servers)[0]["name"]);
    }
}
