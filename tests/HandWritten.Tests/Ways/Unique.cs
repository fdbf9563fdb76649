namespace Semel.HandWritten.Tests;

/// <summary>A name that the API gives once: the interface.</summary>
internal interface IUniqueItems : IItems
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", Guarantee = Guarantee.UniqueName, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindAsync), List = nameof(ListAsync), Marker = "Tags", Prepare = nameof(Marked))]
    Task<Item> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}

/// <summary>The same as a partial method.</summary>
internal sealed partial class UniqueMethods(ItemsApi api, SemelContext semel) : Methods(api)
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", Guarantee = Guarantee.UniqueName, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindAsync), List = nameof(ListAsync), Marker = "Tags")]
    public partial Task<Ensured<Item>> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}
