namespace Semel.Samples.Analyzers.SEM3014;

/// <summary>What the rule warns of.</summary>
public sealed partial class Before(ICloudClient cloud, SemelContext semel)
{
    [Idempotent(Key = "request.Name/request.Password", Read = nameof(GetAsync))]
    public partial Task<Ensured<Server>> CreateAsync(ServerRequest request, CancellationToken cancellationToken = default);

    public Task<Server> GetAsync(string id) => cloud.GetServerAsync(id);

    private Task<Server> CreateCoreAsync(ServerRequest request, CreateAttempt attempt, CancellationToken cancellationToken) => cloud.CreateServerAsync(new(request.Region, request.Name, request.Password));
}
