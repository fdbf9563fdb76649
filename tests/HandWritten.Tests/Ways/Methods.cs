namespace Semel.HandWritten.Tests;

/// <summary>What every class of the first way in has beside its create.</summary>
internal abstract class Methods(ItemsApi api)
{
    protected ItemsApi Api => api;

    public static Readiness Readied(Item item) => item.Status switch
    {
        "active" => Readiness.Ready,
        "error" => Readiness.Failed,
        _ => Readiness.Pending,
    };

    protected Task<Item> CreateCoreAsync(ItemCreate request, CreateAttempt attempt, CancellationToken cancellationToken) => api.PostAsync(request with { Tags = attempt.Tags }, null, cancellationToken);

    protected Task<Item> GetAsync(string id, CancellationToken cancellationToken) => api.GetAsync(id, cancellationToken);

    protected Task<IReadOnlyList<Item>> FindAsync(string instance, CancellationToken cancellationToken) => api.ListAsync($"?name={instance}", cancellationToken);

    protected Task<IReadOnlyList<Item>> FindMarkedAsync(Marker marker, CancellationToken cancellationToken) => api.ListAsync($"?tag={marker.IdentityText}", cancellationToken);

    protected Task<IReadOnlyList<Item>> ListAsync(CancellationToken cancellationToken) => api.ListAsync("", cancellationToken);

    protected Task DeleteAsync(string id, CancellationToken cancellationToken) => api.DeleteAsync(id, cancellationToken);
}
