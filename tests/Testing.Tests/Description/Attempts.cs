using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests.Description;

/// <summary>Sends one operation in every way that could be answered differently.</summary>
internal sealed class Attempts(CloudServer server, HttpClient http, DescribedOperation operation)
{
    private const string Taken = "taken";

    private string Id { get; set; } = "";

    public async Task<IReadOnlyList<Answer>> AllAsync()
    {
        Id = await PrepareAsync();
        List<Answer> answers = [await ThrottledAsync(), await WithoutTokenAsync(), .. await WithBadInputAsync()];
        if (operation.NamesOne) answers.Add(await SendAsync(PathOf(UnknownId), Body("other")));
        if (operation is { Method: "DELETE", Kind: CloudKind.Networks }) answers.Add(await InUseAsync());
        if (operation.Method is "POST" or "PUT") answers.Add(await SendAsync(PathOf(Id), Body(Taken)));
        if (operation is { Method: "POST", Kind: CloudKind.Volumes }) answers.AddRange(await WithKeysAsync());
        if (operation is { Method: "PUT", Kind: CloudKind.Buckets }) answers.AddRange(await WhereItExistsAsync());
        answers.Add(await SendAsync(PathOf(Id), Body("free")));
        return answers;
    }

    /// <summary>The id of one that is there.</summary>
    private async Task<string> PrepareAsync()
    {
        if (operation.Kind == "operations") return (string)(await http.CreateAsync(CloudKind.Databases, Bodies.Database())).Resource["id"]!;
        server.Seed(operation.Kind, Bodies.Of(operation.Kind, Taken));
        return server.Seed(operation.Kind, Bodies.Of(operation.Kind, "mine"));
    }

    private async Task<IReadOnlyList<Answer>> WithKeysAsync()
    {
        Fault hold = server.Faults.On("POST", operation.Path).HoldReply();
        Task<Answer> first = KeyedAsync("one");
        await hold.Hit;
        Answer tooEarly = await KeyedAsync("one");
        hold.Release();
        return [await first, tooEarly, await KeyedAsync("one"), await KeyedAsync("two")];
    }

    private Task<Answer> KeyedAsync(string name) =>
        http.SendAsync("POST", operation.Path, Body(name), headers: ("Idempotency-Key", "key"));

    private async Task<IReadOnlyList<Answer>> WhereItExistsAsync()
    {
        Answer wantsNone = await http.SendAsync("PUT", PathOf(Id), Body(Id), headers: ("If-None-Match", "*"));
        server.SoftDelete = true;
        await http.SendAsync("DELETE", PathOf(Taken));
        return [wantsNone, await SendAsync(PathOf(Taken), Body(Taken))];
    }

    private string UnknownId => operation.Kind == CloudKind.Servers ? "1" : Guid.Empty.ToString();

    private string PathOf(string id) => operation.NamesOne ? operation.Path[..operation.Path.IndexOf('{')] + id : operation.Path;

    private string? Body(string name) => operation.Body is null ? null : Bodies.Of(operation.Kind, name);

    private Task<Answer> SendAsync(string path, string? body) => http.SendAsync(operation.Method, path, body);

    private async Task<Answer> ThrottledAsync()
    {
        // only what declares a 429 is throttled
        if (operation.Statuses.Contains(429)) server.Faults.On(operation.Method, operation.Path).RejectWithRetryAfter(TimeSpan.FromSeconds(1));
        return await SendAsync(PathOf(UnknownId), Body("other"));
    }

    private async Task<Answer> WithoutTokenAsync()
    {
        using var stranger = new HttpClient { BaseAddress = server.BaseAddress };
        return await stranger.SendAsync(operation.Method, PathOf(Id), Body("other"));
    }

    private async Task<IReadOnlyList<Answer>> WithBadInputAsync() => operation switch
    {
        { Body: not null } => [await SendAsync(PathOf(Id), "["), await SendAsync(PathOf(Id), "{}")],
        { Method: "GET", NamesOne: false } => [await SendAsync(operation.Path + "?page=0", null)],
        _ => [],
    };

    private async Task<Answer> InUseAsync()
    {
        string server1 = server.Seed(CloudKind.Servers, Bodies.Server(more: $$""","network_id":"{{Id}}" """));
        Answer answer = await SendAsync(PathOf(Id), null);
        server.Remove(CloudKind.Servers, server1);
        return answer;
    }
}
