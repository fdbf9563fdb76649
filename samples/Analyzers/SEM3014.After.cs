namespace Semel.Samples.Analyzers.SEM3014;

/// <summary>The remedy.</summary>
public sealed partial class After(ICloudClient cloud, SemelContext semel)
{
    [Idempotent(Key = "request.Region/request.Name", Read = nameof(GetAsync))]
    public partial Task<Ensured<Server>> CreateAsync(ServerRequest request, CancellationToken cancellationToken = default);

    public Task<Server> GetAsync(string id) => cloud.GetServerAsync(id);

    private Task<Server> CreateCoreAsync(ServerRequest request, CreateAttempt attempt, CancellationToken cancellationToken) => cloud.CreateServerAsync(new(request.Region, request.Name, request.Password));
}
