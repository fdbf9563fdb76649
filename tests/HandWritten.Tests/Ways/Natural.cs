namespace Semel.HandWritten.Tests;

/// <summary>An address that the client chooses: the interface.</summary>
internal interface INaturalItems : IItems
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", Guarantee = Guarantee.Natural, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags", Prepare = nameof(Marked))]
    Task<Item> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}

/// <summary>The same as a partial method.</summary>
internal sealed partial class NaturalMethods(ItemsApi api, SemelContext semel) : Methods(api)
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", Guarantee = Guarantee.Natural, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags")]
    public partial Task<Ensured<Item>> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);

    private Task<Item> CreateCoreAsync(string instance, ItemCreate request, CreateAttempt attempt, CancellationToken cancellationToken) =>
        Api.PutAsync(instance, request with { Tags = attempt.Tags }, cancellationToken);
}
