using System.Text.Json.Nodes;

namespace Semel.Simulation;

/// <summary>A way of creating that people write by hand. It runs in the same world, so that its faults can be compared.</summary>
internal abstract class NaiveStrategy : IStrategy
{
    public abstract string Name { get; }

    public IClient Start(World world, Process process) => new Client(this, world, process);

    protected abstract Task<string> CreateAsync(NaiveTools tools, Create create, CancellationToken cancellationToken);

    private sealed class Client(NaiveStrategy strategy, World world, Process process) : IClient
    {
        private readonly NaiveTools _tools = new(world, process);

        public async Task<Finished> CreateAsync(Create create, CancellationToken cancellationToken) =>
            new(create, await strategy.CreateAsync(_tools, create, cancellationToken).ConfigureAwait(false), Outcome.Created, true, null);

        public Task DeleteAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException("The comparison is about creating.");

        public void Dispose() => _tools.Dispose();
    }
}

/// <summary>It stopped and said that it doesn't know.</summary>
internal sealed class NaiveStop(string message) : SemelException(message);

/// <summary>What naive strategies are made of: a record, a POST, a list.</summary>
internal sealed class NaiveTools(World world, Process process) : IDisposable
{
    private readonly HttpClient _http = Wire.NewClient(world, process);
    private readonly SimulatedRepository _repository = new(world, process);

    public DateTimeOffset Now => process.Clock.GetUtcNow();

    /// <summary>Another text every time, and the same in every replay.</summary>
    public string NewKey() => $"key-{process.Index}-{world.NextOrder()}";

    public async Task<ResourceRecord?> FindAsync(Create create, CancellationToken cancellationToken) =>
        await _repository.FindAsync(Programs.Key(create.Instance), cancellationToken).ConfigureAwait(false);

    /// <summary>Null where another runner wrote first.</summary>
    public async Task<ResourceRecord?> WriteIntentAsync(Create create, long version, CancellationToken cancellationToken) =>
        await _repository.TryWriteAsync(
            new IntentRecord
            {
                Key = Programs.Key(create.Instance),
                Generation = 1,
                IdempotencyKey = "none",
                Fingerprint = "none",
                Input = [],
                Runner = new("naive", process.Index, "naive", "naive", Now),
                Attempts = [new(1, Now, AttemptState.Pending)],
                Provenance = new(Now, "", "", "naive"),
            }, version, cancellationToken).ConfigureAwait(false);

    public async Task WriteLiveAsync(Create create, string id, long version, CancellationToken cancellationToken) =>
        await _repository.TryWriteAsync(
            new LiveRecord { Key = Programs.Key(create.Instance), Generation = 1, Id = id, Attributes = [], CreatedAt = Now, Provenance = new(Now, "", "", "naive") },
            version, cancellationToken).ConfigureAwait(false);

    public async Task ClearAsync(Create create, long version) =>
        await _repository.TryWriteAsync(
            new TombstoneRecord { Key = Programs.Key(create.Instance), Generation = 1, Id = "none", Provenance = new(Now, "", "", "naive") }, version, CancellationToken.None).ConfigureAwait(false);

    /// <summary>The id; throws for everything but a 2xx that holds one.</summary>
    public async Task<string> PostAsync(Create create, string? key, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/things") { Content = new ByteArrayContent(JsonCanonical.GetBytes(Programs.Input(create, process))) };
        if (key is not null) request.Headers.Add(world.Setup.Server.KeyHeader, key);
        var reply = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return (string?)reply["thing"]?["id"] ?? throw new NaiveStop("the reply has no id");
    }

    /// <summary>The id of a resource of the name, or null.</summary>
    public async Task<string?> LookAsync(Create create, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/things?name={create.Instance}");
        var reply = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return (string?)reply["things"]!.AsArray().FirstOrDefault()?["id"];
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonObject> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(100), process.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var body = await ReplyBody.ReadAsync(response.Content, ReplyBody.MaximumBytes, either.Token).ConfigureAwait(false);
            if (response.IsSuccessStatusCode && body.Json is JsonObject json) return json;
            throw new NaiveStop($"status {(int)response.StatusCode}");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new NaiveStop(error.Message);
        }
    }
}
