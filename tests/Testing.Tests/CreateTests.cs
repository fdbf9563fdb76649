using System.Text.Json.Nodes;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class CreateTests : CloudTest
{
    public static TheoryData<string> Kinds => [.. AllKinds];

    private static readonly string[] AllKinds =
        [CloudKind.Networks, CloudKind.Tags, CloudKind.Servers, CloudKind.LoadBalancers, CloudKind.Firewalls, CloudKind.Volumes];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_IsAppliedReadableAndListed(string kind)
    {
        string id = await CreatedIdAsync(kind, Bodies.Of(kind, "one"));

        Answer read = await Http.ReadAsync($"/v1/{kind}/{id}");
        Answer list = await Http.ReadAsync($"/v1/{kind}");

        Assert.Equal(200, read.Status);
        Assert.Equal("one", (string?)read.Resource["name"]);
        Assert.True(JsonNode.DeepEquals(read.Resource, list.Json[kind]![0]));
        AppliedMutation applied = Assert.Single(Server.Applied);
        Assert.Equal(("POST", $"/v1/{kind}", kind, id, "one", Time.GetUtcNow()), (applied.Method, applied.Path, applied.Kind, applied.Id, applied.Name, applied.Time));
    }

    [Theory]
    [InlineData(CloudKind.Networks)]
    [InlineData(CloudKind.Tags)]
    [InlineData(CloudKind.Firewalls)]
    public async Task SecondOfAUniqueName_IsRefused(string kind)
    {
        await CreatedIdAsync(kind, Bodies.Of(kind, "one"));
        Answer second = await Http.CreateAsync(kind, Bodies.Of(kind, "one"));
        Assert.Equal((409, "already_exists"), (second.Status, second.Error));
        Assert.Equal((1, 2, 1), (Server.Count(kind), Server.Posts(kind), Server.Applied.Count));
    }

    [Theory]
    [InlineData(CloudKind.Servers)]
    [InlineData(CloudKind.LoadBalancers)]
    [InlineData(CloudKind.Volumes)]
    public async Task SecondOfANameThatIsNotUnique_IsAnother(string kind)
    {
        string first = await CreatedIdAsync(kind, Bodies.Of(kind, "one"));
        string second = await CreatedIdAsync(kind, Bodies.Of(kind, "one"));
        Assert.NotEqual(first, second);
        Assert.Equal(2, Server.Count(kind));
    }

    [Fact]
    public async Task ServerId_DoesNotFitIn32Bits()
    {
        string id = await CreatedIdAsync(CloudKind.Servers, Bodies.Server());
        Assert.True(long.Parse(id) > uint.MaxValue / 2);
        Assert.False(int.TryParse(id, out _));
    }

    [Fact]
    public async Task WriteOnlyProperty_IsNeverShown_ButSeenInTheRequest()
    {
        Answer created = await Http.CreateAsync(CloudKind.Servers, Bodies.Server(more: ""","user_data":"secret-canary" """));
        Answer list = await Http.ReadAsync("/v1/servers");
        Assert.Equal(202, created.Status);
        Assert.DoesNotContain("canary", created.Text + list.Text + Server.Live(CloudKind.Servers)[0].ToJsonString());
        Assert.Contains("secret-canary", Server.Requests[0].Body);
    }

    [Fact]
    public async Task WhatOnlyTheServerSets_IsIgnoredInARequest()
    {
        Answer created = await Http.CreateAsync(CloudKind.Networks, """{"id":"mine","status":"off","created_at":"1999-01-01T00:00:00Z","name":"web","range":"10.0.0.0/8"}""");
        Assert.Equal(201, created.Status);
        Assert.True(Guid.TryParse((string?)created.Resource["id"], out _));
        Assert.Equal(("active", "2030-01-01T00:00:00.000Z"), ((string?)created.Resource["status"], (string?)created.Resource["created_at"]));
    }

    [Theory]
    [InlineData(CloudKind.Networks, """{"range":"10.0.0.0/8"}""", "name is required.")]
    [InlineData(CloudKind.Networks, """{"name":"","range":"10.0.0.0/8"}""", "name must have at least 1")]
    [InlineData(CloudKind.Networks, """{"name":7,"range":"10.0.0.0/8"}""", "name must be a string.")]
    [InlineData(CloudKind.Networks, """{"name":null,"range":"10.0.0.0/8"}""", "name must not be null.")]
    [InlineData(CloudKind.Networks, """{"name":"web","range":"10.0.0.0/33"}""", "range must be an IPv4 range")]
    [InlineData(CloudKind.Networks, """{"name":"web","range":"10.0.0.1/8"}""", "range must be an IPv4 range")]
    [InlineData(CloudKind.Networks, """{"name":"web","range":"10.0.0.0"}""", "range must be an IPv4 range")]
    [InlineData(CloudKind.Networks, """{"name":"web","range":"10.0.0.0/30"}""", "range must be an IPv4 range")]
    [InlineData(CloudKind.Networks, """{"name":"web","range":"fd00::/16"}""", "range must be an IPv4 range")]
    [InlineData(CloudKind.Networks, """{"name":"web","range":"ten"}""", "range must be an IPv4 range")]
    [InlineData(CloudKind.Tags, """{"name":"two words"}""", "name must match")]
    [InlineData(CloudKind.Servers, """{"name":"a","region":"moon","size":"small","image":"i"}""", "region must be one of north-1, south-1, west-1.")]
    [InlineData(CloudKind.Servers, """{"name":"a","region":"north-1","size":"small","image":"i","tags":"web"}""", "tags must be an array.")]
    [InlineData(CloudKind.Servers, """{"name":"a","region":"north-1","size":"small","image":"i","tags":["ok","not ok"]}""", "tags[1] must match")]
    [InlineData(CloudKind.LoadBalancers, """{"name":"a","forwarding_rules":[]}""", "forwarding_rules must have at least 1 item(s).")]
    [InlineData(CloudKind.LoadBalancers, """{"name":"a","forwarding_rules":[7]}""", "forwarding_rules[0] must be an object.")]
    [InlineData(CloudKind.LoadBalancers, """{"name":"a","forwarding_rules":[{"entry_protocol":"tcp","entry_port":0,"target_protocol":"tcp","target_port":1}]}""", "forwarding_rules[0].entry_port must be an integer from 1 to 65535.")]
    [InlineData(CloudKind.Firewalls, """{"name":"a","inbound_rules":[{"protocol":"tcp","sources":["all"]}]}""", "inbound_rules[0].sources[0] must be an IPv4 range")]
    [InlineData(CloudKind.Volumes, """{"name":"a","size_gib":0,"region":"north-1"}""", "size_gib must be an integer from 1 to 16384.")]
    [InlineData(CloudKind.Certificates, """{"days":30}""", "signing_request is required.")]
    [InlineData(CloudKind.Databases, """{"name":"a","engine":"mysql","region":"north-1","labels":["a"]}""", "labels must be an object.")]
    [InlineData(CloudKind.Databases, """{"name":"a","engine":"mysql","region":"north-1","labels":{"team":"two words"}}""", "labels.team must match")]
    [InlineData(CloudKind.Databases, """{"name":"a","engine":"mysql","region":"north-1","labels":{"team":null}}""", "labels.team must not be null.")]
    public async Task InvalidValue_IsRefusedWithItsPath_AndNothingIsApplied(string kind, string body, string message)
    {
        Answer answer = await Http.CreateAsync(kind, body);
        Assert.Equal((422, "unprocessable_entity"), (answer.Status, answer.Error));
        Assert.StartsWith(message, answer.Message);
        Assert.Empty(Server.Applied);
        Assert.Equal(0, Server.Count(kind));
    }

    [Fact]
    public async Task DescriptionOf255Characters_IsTheLongest()
    {
        string Body(int length) => $$"""{"name":"web","range":"10.0.0.0/8","description":"{{new string('d', length)}}"}""";
        Assert.Equal(422, (await Http.CreateAsync(CloudKind.Networks, Body(256))).Status);
        Assert.Equal(201, (await Http.CreateAsync(CloudKind.Networks, Body(255))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"name":"a","name":"b"}""")]
    public async Task BodyThatIsNoJsonObject_IsABadRequest(string body)
    {
        Answer answer = await Http.CreateAsync(CloudKind.Tags, body);
        Assert.Equal((400, "bad_request"), (answer.Status, answer.Error));
        Assert.Empty(Server.Applied);
    }
}
