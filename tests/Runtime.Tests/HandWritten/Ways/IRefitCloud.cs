using Refit;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>The second way in: an interface as people write them for Refit.</summary>
public interface IRefitCloud
{
    [Post("/v1/networks"), Idempotent(Key = "request.Name", Model = "Networks", Find = nameof(FindNetworksAsync), Guarantee = Guarantee.UniqueName, OnExists = OnExists.Adopt)]
    Task<Thing> CreateNetworkAsync([Body] ThingCreate request, CancellationToken cancellationToken = default);

    [Get("/v1/networks/{id}")]
    Task<Thing> GetNetworkAsync(string id, CancellationToken cancellationToken = default);

    [Get("/v1/networks")]
    Task<List<Thing>> FindNetworksAsync(string name, CancellationToken cancellationToken = default);

    [Post("/v1/volumes"), Idempotent(Key = "request.Name", Model = "Volumes")]
    Task<ApiResponse<Thing>> CreateVolumeAsync([Body] ThingCreate request, [Header("Idempotency-Key")] string? key = null, CancellationToken cancellationToken = default);

    [Get("/v1/volumes/{id}")]
    Task<ApiResponse<Thing>> GetVolumeAsync(string id, CancellationToken cancellationToken = default);

    [Post("/v1/servers"), Idempotent(Key = "request.Name", Model = "Servers", Marker = "Tags", Prepare = nameof(Marked), Find = nameof(FindServersAsync))]
    Task<Thing> CreateServerAsync([Body] ThingCreate request, CancellationToken cancellationToken = default);

    [Get("/v1/servers/{id}")]
    Task<Thing> GetServerAsync(string id, CancellationToken cancellationToken = default);

    [Get("/v1/servers")]
    Task<List<Thing>> ListServersAsync(string tag, CancellationToken cancellationToken = default);

    Task<List<Thing>> FindServersAsync(Marker marker, CancellationToken cancellationToken = default) => ListServersAsync(marker.IdentityText, cancellationToken);

    static ThingCreate Marked(ThingCreate request, CreateAttempt attempt) => request with { Tags = [.. request.Tags, .. attempt.Tags] };

    [Put("/v1/buckets/{name}"), Idempotent(Key = "name", Model = "Buckets")]
    Task PutBucketAsync(string name, CancellationToken cancellationToken = default);

    [Post("/v1/certificates"), Idempotent(Key = "request.Name", Model = "Certificates")]
    Task<Thing> CreateCertificateAsync([Body] ThingCreate request, CancellationToken cancellationToken = default);

    [Get("/v1/certificates/{id}")]
    Task<Thing> GetCertificateAsync(string id, CancellationToken cancellationToken = default);
}
