namespace Semel.HandWritten.Tests;

/// <summary>The same declaration as options, for the third way in.</summary>
internal static class Declared
{
    /// <summary>What of the input is recorded.</summary>
    public const string Compared = "request.Name, request.Size";

    public static CreateOrGetOptions<Item> Of(Setup setup, ItemsApi api, string instance, ItemCreate request)
    {
        var bare = new CreateOrGetOptions<Item>
        {
            Id = item => item.Id,
            Read = async (id, token) => await api.GetAsync(id, token).ConfigureAwait(false),
            Input = [new("request.Name", request.Name), new("request.Size", request.Size)],
            Secrets = [new("request.Secret", request.Secret)],
            Delete = api.DeleteAsync,
            OnFailed = setup.Variant == Worlds.Readied ? OnFailed.Replace : OnFailed.Fail,
            OnDrift = setup.Variant == Worlds.Replaced ? OnDrift.Replace : OnDrift.Report,
        };
        if (setup.Guarantee == Guarantee.AtMostOnce) return bare;
        var marked = bare with
        {
            Guarantee = setup.Guarantee,
            Markers = item => item.Tags,
            List = token => ShownAsync(api.ListAsync("", token), false),
            Find = (marker, token) => ShownAsync(api.ListAsync($"?tag={marker.IdentityText}", token), false),
        };
        return setup.Guarantee switch
        {
            Guarantee.Replay => marked with { IdempotencyKey = setup.Descriptor.IdempotencyKey },
            Guarantee.UniqueName => marked with { Find = (_, token) => ShownAsync(api.ListAsync($"?name={instance}", token), true) },
            _ => marked,
        };
    }

    private static async Task<IReadOnlyList<FoundResource>> ShownAsync(Task<IReadOnlyList<Item>> list, bool hasName) =>
        FoundResource.All(await list.ConfigureAwait(false), item => new FoundResource(item.Id) { Markers = item.Tags, HasName = hasName });
}
