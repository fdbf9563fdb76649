namespace Semel.HandWritten.Tests;

/// <summary>What every interface of the second way in has beside its create.</summary>
internal interface IItems
{
    Task<Item> GetAsync(string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<Item>> FindAsync(string instance, CancellationToken cancellationToken);

    Task<IReadOnlyList<Item>> FindMarkedAsync(Marker marker, CancellationToken cancellationToken);

    Task<IReadOnlyList<Item>> ListAsync(CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);

    static Readiness Readied(Item item) => Methods.Readied(item);

    static ItemCreate Marked(ItemCreate request, CreateAttempt attempt) => request with { Tags = attempt.Tags };
}

/// <summary>The API behind the interfaces: it knows nothing of Semel.</summary>
internal sealed class Items(ItemsApi api) : INaturalItems, IReplayItems, IUniqueItems, IMarkedItems, IBareItems, IReplacedItems, IReadiedItems
{
    Task<Item> INaturalItems.CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken) => api.PutAsync(instance, request, cancellationToken);

    public Task<Item> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken) => api.PostAsync(request, null, cancellationToken);

    public Task<Item> GetAsync(string id, CancellationToken cancellationToken) => api.GetAsync(id, cancellationToken);

    public Task<IReadOnlyList<Item>> FindAsync(string instance, CancellationToken cancellationToken) => api.ListAsync($"?name={instance}", cancellationToken);

    public Task<IReadOnlyList<Item>> FindMarkedAsync(Marker marker, CancellationToken cancellationToken) => api.ListAsync($"?tag={marker.IdentityText}", cancellationToken);

    public Task<IReadOnlyList<Item>> ListAsync(CancellationToken cancellationToken) => api.ListAsync("", cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => api.DeleteAsync(id, cancellationToken);
}
