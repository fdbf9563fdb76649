namespace Semel.Runtime.Tests.HandWritten;

/// <summary>The first way in: partial methods over core methods.</summary>
internal sealed partial class PartialCloud(HttpClient http, SemelContext semel)
{
    private readonly CloudApi _api = new(http);

    [Idempotent(Key = "name", Model = "Networks", Core = nameof(PostNetworkAsync), Read = nameof(GetNetworkAsync), Find = nameof(FindNetworksAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt)]
    public partial Task<Ensured<Thing>> EnsureNetworkAsync(string name, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Volumes", Core = nameof(PostVolumeAsync), Read = nameof(GetVolumeAsync), IdempotencyKey = "Idempotency-Key")]
    public partial ValueTask<Thing> EnsureVolumeAsync(string name, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Servers", Core = nameof(PostServerAsync), Read = nameof(GetServerAsync), Find = nameof(FindServersAsync), Marker = nameof(Thing.Tags))]
    public partial Task<Ensured<Thing>> EnsureServerAsync(string name, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Buckets", Core = nameof(PutBucketAsync), Guarantee = Guarantee.Natural)]
    public partial Task EnsureBucketAsync(string name, CancellationToken cancellationToken = default);

    [Idempotent(Key = "name", Model = "Certificates", Core = nameof(PostCertificateAsync), Read = nameof(GetCertificateAsync))]
    public partial Task<Thing> EnsureCertificateAsync(string name, CancellationToken cancellationToken = default);

    private Task<Thing> PostNetworkAsync(string name, CancellationToken cancellationToken) => _api.PostAsync("networks", new(name), null, cancellationToken);

    private Task<Thing?> GetNetworkAsync(string id, CancellationToken cancellationToken) => _api.GetAsync("networks", id, cancellationToken);

    private Task<List<Thing>> FindNetworksAsync(string name, CancellationToken cancellationToken) => _api.ListAsync("networks", $"name={name}", cancellationToken);

    private Task<Thing> PostVolumeAsync(string name, CreateAttempt attempt, CancellationToken cancellationToken) => _api.PostAsync("volumes", new(name), attempt.IdempotencyKey, cancellationToken);

    private Task<Thing?> GetVolumeAsync(string id, CancellationToken cancellationToken) => _api.GetAsync("volumes", id, cancellationToken);

    private Task<Thing> PostServerAsync(string name, CreateAttempt attempt, CancellationToken cancellationToken) => _api.PostAsync("servers", new(name) { Tags = attempt.Tags }, null, cancellationToken);

    private Task<Thing?> GetServerAsync(string id, CancellationToken cancellationToken) => _api.GetAsync("servers", id, cancellationToken);

    private Task<List<Thing>> FindServersAsync(Marker marker, CancellationToken cancellationToken) => _api.ListAsync("servers", $"tag={marker.IdentityText}", cancellationToken);

    private Task PutBucketAsync(string name, CancellationToken cancellationToken) => _api.PutAsync(name, cancellationToken);

    private Task<Thing> PostCertificateAsync(string name, CancellationToken cancellationToken) => _api.PostAsync("certificates", new(name), null, cancellationToken);

    private Task<Thing?> GetCertificateAsync(string id, CancellationToken cancellationToken) => _api.GetAsync("certificates", id, cancellationToken);
}
