namespace Semel.HandWritten.Tests;

/// <summary>A marker, and a resource that becomes ready later, or fails and is replaced: the interface.</summary>
internal interface IReadiedItems : IItems
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", Ready = nameof(Readied), OnFailed = OnFailed.Replace, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags", Prepare = nameof(Marked))]
    Task<Item> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}

/// <summary>The same as a partial method.</summary>
internal sealed partial class ReadiedMethods(ItemsApi api, SemelContext semel) : Methods(api)
{
    [Idempotent(Key = "instance", Model = Programs.Model, Compare = Declared.Compared, Secrets = "request.Secret", Ready = nameof(Readied), OnFailed = OnFailed.Replace, Read = nameof(GetAsync), Delete = nameof(DeleteAsync), Find = nameof(FindMarkedAsync), List = nameof(ListAsync), Marker = "Tags")]
    public partial Task<Ensured<Item>> CreateAsync(string instance, ItemCreate request, CancellationToken cancellationToken);
}
