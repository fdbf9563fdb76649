namespace Semel.HandWritten.Tests;

/// <summary>An idempotency key, which no parameter carries: the interface.</summary>
internal interface IReplayItems : IItems
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", IdempotencyKey = "Idempotency-Key", Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags", Prepare = nameof(Marked))]
    Task<Item> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}

/// <summary>The same as a partial method.</summary>
internal sealed partial class ReplayMethods(ItemsApi api, SemelContext semel) : Methods(api)
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", IdempotencyKey = "Idempotency-Key", Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags")]
    public partial Task<Ensured<Item>> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);

    private new Task<Item> CreateCoreAsync(ItemCreate request, CreateAttempt attempt, CancellationToken cancellationToken) =>
        Api.PostAsync(request with { Tags = attempt.Tags }, attempt.IdempotencyKey, cancellationToken);
}
