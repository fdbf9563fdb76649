using System.Net.Http.Json;

namespace Semel.Samples.Analyzers;

/// <summary>What the samples share.</summary>
public sealed record Server(string Id, string Name, string Status);

/// <summary>What a server is made of.</summary>
public sealed record ServerRequest(string Region, string Name, string Password);

/// <summary>An API that somebody else wrote a client for.</summary>
public interface ICloudClient
{
    Task<Server> GetServerAsync(string id);

    Task<Server[]> ListServersAsync();

    Task<Server> CreateServerAsync(ServerRequest request);

    Task DeleteServerAsync(string id);

    Task WaitAsync(string id);

    Task<bool> SecretExistsAsync(string name);

    Task SetSecretAsync(string name, string value);
}

/// <summary>Where ids are written down.</summary>
public interface IServerStore
{
    Task SaveAsync(string name, string id);
}

/// <summary>A model that adopts what is there under its name.</summary>
public sealed partial class Servers(ICloudClient cloud, SemelContext semel)
{
    [Idempotent(Key = "instance", Read = nameof(GetAsync), Find = nameof(FindAsync), OnExists = OnExists.Adopt)]
    public partial Task<Ensured<Server>> CreateAsync(string instance, ServerRequest request, CancellationToken cancellationToken = default);

    public Task<Server> GetAsync(string id) => cloud.GetServerAsync(id);

    public async Task<Server?> FindAsync(string instance) => (await cloud.ListServersAsync()).SingleOrDefault(server => server.Name == instance);

    public Task DeleteAsync(string id) => cloud.DeleteServerAsync(id);

    private Task<Server> CreateCoreAsync(string instance, ServerRequest request, CreateAttempt attempt, CancellationToken cancellationToken) => cloud.CreateServerAsync(request with { Name = instance });
}

/// <summary>As the generator writes a model whose API offers nothing, and nobody said that this is accepted.</summary>
[InferredResource("POST /mails", Guarantee.AtMostOnce)]
public sealed class Mails
{
    public Task<Ensured<Server>> CreateAsync(string instance, ServerRequest request) => throw new NotSupportedException();
}

/// <summary>The same, whose declaration says what the API guarantees.</summary>
[InferredResource("POST /letters", Guarantee.UniqueName)]
public sealed class Letters
{
    public Task<Ensured<Server>> CreateAsync(string instance, ServerRequest request) => throw new NotSupportedException();
}

/// <summary>Reads replies.</summary>
public static class Replies
{
    public static async Task<Server> ReadAsync(HttpResponseMessage reply)
    {
        reply.EnsureSuccessStatusCode();
        return (await reply.Content.ReadFromJsonAsync<Server>())!;
    }
}
