using System.Net;
using Refit;
using RefitException = Refit.ApiException;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>What Refit would write for the interface: an error status is Refit's exception, or a response that holds it.</summary>
public sealed class RefitCloud(HttpClient http) : IRefitCloud
{
    private readonly CloudApi _api = new(http);

    public Task<Thing> CreateNetworkAsync(ThingCreate request, CancellationToken cancellationToken) => Thrown(_api.PostAsync("networks", request, null, cancellationToken));

    public Task<Thing> GetNetworkAsync(string id, CancellationToken cancellationToken) => Found(_api.GetAsync("networks", id, cancellationToken));

    public Task<List<Thing>> FindNetworksAsync(string name, CancellationToken cancellationToken) => Thrown(_api.ListAsync("networks", $"name={name}", cancellationToken));

    public Task<ApiResponse<Thing>> CreateVolumeAsync(ThingCreate request, string? key, CancellationToken cancellationToken) => Answered(_api.PostAsync("volumes", request, key, cancellationToken));

    public Task<ApiResponse<Thing>> GetVolumeAsync(string id, CancellationToken cancellationToken) => Answered(Found(_api.GetAsync("volumes", id, cancellationToken)));

    public Task<Thing> CreateServerAsync(ThingCreate request, CancellationToken cancellationToken) => Thrown(_api.PostAsync("servers", request, null, cancellationToken));

    public Task<Thing> GetServerAsync(string id, CancellationToken cancellationToken) => Found(_api.GetAsync("servers", id, cancellationToken));

    public Task<List<Thing>> ListServersAsync(string tag, CancellationToken cancellationToken) => Thrown(_api.ListAsync("servers", $"tag={tag}", cancellationToken));

    public Task PutBucketAsync(string name, CancellationToken cancellationToken) => _api.PutAsync(name, cancellationToken);

    public Task<Thing> CreateCertificateAsync(ThingCreate request, CancellationToken cancellationToken) => Thrown(_api.PostAsync("certificates", request, null, cancellationToken));

    public Task<Thing> GetCertificateAsync(string id, CancellationToken cancellationToken) => Found(_api.GetAsync("certificates", id, cancellationToken));

    private static async Task<T> Thrown<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (HttpRequestException error) when (error.StatusCode is { } status)
        {
            throw new RefitException(status);
        }
    }

    private static async Task<Thing> Found(Task<Thing?> read) => await Thrown(read) ?? throw new RefitException(HttpStatusCode.NotFound);

    private static async Task<ApiResponse<Thing>> Answered(Task<Thing> call)
    {
        try
        {
            return new(HttpStatusCode.Created, await call);
        }
        catch (RefitException error)
        {
            return new(error.StatusCode, null);
        }
        catch (HttpRequestException error) when (error.StatusCode is { } status)
        {
            return new(status, null);
        }
    }
}
