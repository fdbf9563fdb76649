namespace Semel.Testing.Tests.Support;

/// <summary>A test with its own server and a client of it.</summary>
public abstract class CloudTest : IAsyncLifetime
{
    protected CloudServer Server { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    private protected ManualTime Time { get; } = new();

    protected virtual CloudOptions Options => new() { TimeProvider = Time };

    public async ValueTask InitializeAsync()
    {
        Server = await CloudServer.StartAsync(Options);
        Http = Server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        await Server.DisposeAsync();
    }

    private protected async Task<string> CreatedIdAsync(string kind, string json)
    {
        Answer answer = await Http.CreateAsync(kind, json);
        Assert.InRange(answer.Status, 201, 202);
        return answer.Resource[kind == CloudKind.Tags ? "name" : "id"]!.ToString();
    }
}
