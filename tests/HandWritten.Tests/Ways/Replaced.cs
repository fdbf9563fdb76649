namespace Semel.HandWritten.Tests;

/// <summary>A marker, and what changed is deleted and created anew: the interface.</summary>
internal interface IReplacedItems : IItems
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", OnDrift = OnDrift.Replace, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags", Prepare = nameof(Marked))]
    Task<Item> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}

/// <summary>The same as a partial method.</summary>
internal sealed partial class ReplacedMethods(ItemsApi api, SemelContext semel) : Methods(api)
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", OnDrift = OnDrift.Replace, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags")]
    public partial Task<Ensured<Item>> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}
