using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Semel.Protocol;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>Tags that came into being with a marker go with the resource.</summary>
public sealed class HelperTagTests : ILoggerFactory, ILogger
{
    private static readonly Marker One = Marker.For(Things.Key, 1);
    private static readonly MarkerField Field = new(MarkerKind.Tags, "tags", "tag_name", HelperPath: "/tags/{tag}");
    private static readonly string Generation = $"DELETE /tags/{One}";
    private static readonly string Identity = $"DELETE /tags/{One.IdentityText}";
    private static readonly (string, Answer) NoOthers = ("GET /things", new Answer(200, """{"things":[]}"""));
    private readonly ConcurrentQueue<string> _left = new();

    [Theory]
    [InlineData(204)]
    [InlineData(404)]
    public async Task BothTags_AreDeletedAfterTheResource_AndMayBeGoneAlready(int status)
    {
        await using var server = await Api.RoutingAsync(("DELETE /things/7", new Answer(204)), NoOthers, (Generation, new Answer(status)), (Identity, new Answer(status)));
        Assert.Equal(new CreateEvent.Deleted(), await DeleteAsync(server));
        Assert.Equal(["DELETE /things/7", Generation, Identity], Deletes(server));
        Assert.Empty(_left);
    }

    [Fact]
    public async Task TagOfTheIdentity_Stays_WhereItIsKept_OrAnotherCarriesIt()
    {
        var other = "{\"things\":[{\"id\":\"8\",\"tags\":[\"" + One.IdentityText + "\",\"" + Marker.For(Things.Key, 2) + "\"]}]}";
        await using var server = await Api.RoutingAsync(("DELETE /things/7", new Answer(204)), ("GET /things", new Answer(200, other)), (Generation, new Answer(204)), (Identity, new Answer(204)));
        await DeleteAsync(server, keepsIdentity: true);
        Assert.Equal(["DELETE /things/7", Generation], Deletes(server));
        Assert.Empty(_left);
        await DeleteAsync(server);
        Assert.Equal(["DELETE /things/7", Generation, "DELETE /things/7", Generation], Deletes(server));
        Assert.Contains("'8' carries it too", Assert.Single(_left));
    }

    [Fact]
    public async Task ResourceItself_ThatAListStillShows_KeepsNoTag()
    {
        var itself = "{\"things\":[{\"id\":\"7\",\"tags\":[\"" + One.IdentityText + "\",\"" + One + "\"]}]}";
        await using var server = await Api.RoutingAsync(("DELETE /things/7", new Answer(204)), ("GET /things", new Answer(200, itself)), (Generation, new Answer(204)), (Identity, new Answer(204)));
        await DeleteAsync(server);
        Assert.Equal(["DELETE /things/7", Generation, Identity], Deletes(server));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task TagThatStays_IsLogged_AndTheDeleteIsDone(int status)
    {
        await using var server = await Api.RoutingAsync(("DELETE /things/7", new Answer(204)), NoOthers, (Generation, new Answer(status)), (Identity, new Answer(204)));
        Assert.Equal(new CreateEvent.Deleted(), await DeleteAsync(server));
        Assert.Contains($"'{One}' of a deleted resource stays behind: status {status}", Assert.Single(_left));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(500)]
    public async Task ResourceThatIsNotDeleted_KeepsItsTags(int status)
    {
        await using var server = await Api.RoutingAsync(("DELETE /things/7", new Answer(status)));
        await DeleteAsync(server);
        Assert.Equal(["DELETE /things/7"], Deletes(server));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ResourceThatIsSaidToBeUnknown_LosesItsTags_OnlyWhenAListLacksIt(bool isListed)
    {
        await using var server = await Api.RoutingAsync(("DELETE /things/7", new Answer(404)), (Generation, new Answer(204)), (Identity, new Answer(204)),
            ("GET /things", new Answer(200, isListed ? """{"things":[{"id":"7"}]}""" : """{"things":[]}""")));
        using var http = server.NewClient();
        var remote = Remote(http);
        Assert.Equal(new CreateEvent.Deleted(Confirmed: false), await remote.DeleteAsync("7", One.ToString(), false, Things.NoDeadline, TestContext.Current.CancellationToken));
        Assert.Equal(["DELETE /things/7"], Deletes(server));
        Assert.Equal(isListed, await remote.ListForAsync("7", TestContext.Current.CancellationToken) is CreateEvent.SeenPresent);
        Assert.Equal(isListed ? ["DELETE /things/7"] : ["DELETE /things/7", Generation, Identity], Deletes(server));
    }

    private async Task<CreateEvent> DeleteAsync(LoopbackApi server, bool keepsIdentity = false)
    {
        using var http = server.NewClient();
        return await Remote(http).DeleteAsync("7", One.ToString(), keepsIdentity, Things.NoDeadline, TestContext.Current.CancellationToken);
    }

    private HttpRemote Remote(HttpClient http) =>
        Things.Remote(http, Things.Described(Guarantee.Marker, marker: Field), semel: new SemelContext(new MemoryDataRepository(), "test", loggerFactory: this));

    private static IEnumerable<string> Deletes(LoopbackApi server) => server.Seen.Where(request => request.Method == "DELETE").Select(request => $"DELETE {request.Target}");

    ILogger ILoggerFactory.CreateLogger(string categoryName) => this;

    void ILoggerFactory.AddProvider(ILoggerProvider provider)
    {
    }

    void IDisposable.Dispose()
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "HelperLeft") _left.Enqueue(formatter(state, exception));
    }
}
