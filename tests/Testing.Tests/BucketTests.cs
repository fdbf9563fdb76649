using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

/// <summary>What is made by a PUT at an address that the client chooses.</summary>
public sealed class BucketTests : CloudTest
{
    private Task<Answer> PutAsync(string name = "backups", string more = "", params (string, string)[] headers) =>
        Http.SendAsync("PUT", $"/v1/buckets/{name}", $$"""{"region":"north-1"{{more}}}""", headers: headers);

    [Fact]
    public async Task Put_CreatesAndThenReplaces()
    {
        Answer created = await PutAsync(more: ""","versioning":true""");
        Answer replaced = await PutAsync();
        Answer read = await Http.ReadAsync("/v1/buckets/backups");
        Assert.Equal((201, 200), (created.Status, replaced.Status));
        Assert.Equal(("backups", true, false), ((string?)created.Resource["name"], (bool)created.Resource["versioning"]!, (bool)read.Resource["versioning"]!));
        Assert.Equal(read.Text, replaced.Text);
        Assert.Equal(1, Server.Count(CloudKind.Buckets));
        Assert.Equal([("PUT", "backups"), ("PUT", "backups")], Server.Applied.Select(applied => (applied.Method, applied.Id)));
    }

    [Fact]
    public async Task IfNoneMatch_CreatesButDoesNotReplace()
    {
        Answer created = await PutAsync(headers: ("If-None-Match", "*"));
        Answer refused = await PutAsync(more: ""","versioning":true""", headers: ("If-None-Match", "*"));
        Assert.Equal((201, 412, "precondition_failed"), (created.Status, refused.Status, refused.Error));
        Assert.False((bool)Server.Live(CloudKind.Buckets)[0]["versioning"]!);
        Assert.Single(Server.Applied);
    }

    [Fact]
    public async Task IgnoresPreconditions_ReplacesInSpiteOfIfNoneMatch()
    {
        await PutAsync();
        Server.IgnoresPreconditions = true;
        Assert.Equal(200, (await PutAsync(headers: ("If-None-Match", "*"))).Status);
        Server.IgnoresPreconditions = false;
        Assert.Equal(412, (await PutAsync(headers: ("If-None-Match", "*"))).Status);
        Assert.Equal(2, Server.Applied.Count);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("Upper")]
    [InlineData("-dash")]
    public async Task NameThatIsNone_IsRefused(string name)
    {
        Answer answer = await PutAsync(name);
        Assert.Equal(422, answer.Status);
        Assert.StartsWith("name must ", answer.Message);
        Assert.Empty(Server.Applied);
    }

    [Fact]
    public async Task SoftDeleted_HoldsItsName()
    {
        await PutAsync();
        Server.SoftDelete = true;
        Assert.Equal(204, (await Http.SendAsync("DELETE", "/v1/buckets/backups")).Status);
        Assert.Equal((409, 0), ((await PutAsync()).Status, Server.Count(CloudKind.Buckets)));
    }

    [Fact]
    public async Task Deleted_IsGoneAndCanBeMadeAgain()
    {
        await PutAsync();
        await Http.SendAsync("DELETE", "/v1/buckets/backups");
        Assert.Equal(404, (await Http.ReadAsync("/v1/buckets/backups")).Status);
        Assert.Equal(201, (await PutAsync()).Status);
        Assert.Equal(405, (await Http.SendAsync("POST", "/v1/buckets", Bodies.Bucket())).Status);
    }

    [Fact]
    public async Task LostReply_HasAppliedThePut()
    {
        Server.Faults.On("PUT", "/v1/buckets/*").LoseReply();
        await Assert.ThrowsAsync<HttpRequestException>(() => PutAsync());
        Assert.Equal(1, Server.Count(CloudKind.Buckets));
    }
}
