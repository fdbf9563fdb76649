namespace Semel.Samples.Analyzers.SEM3013;

/// <summary>What the rule warns of.</summary>
public sealed partial class Before(ICloudClient cloud, SemelContext semel)
{
    [Idempotent(Key = "name", Read = nameof(GetAsync))]
    public partial Task<Ensured<Server>> CreateAsync(string region, string name, CancellationToken cancellationToken = default);

    public Task<Server> GetAsync(string id) => cloud.GetServerAsync(id);

    private Task<Server> CreateCoreAsync(string region, string name, CreateAttempt attempt, CancellationToken cancellationToken) => cloud.CreateServerAsync(new(region, name, attempt.IdempotencyKey));
}
