namespace Semel;

/// <summary>Removes the tags that came into being with a resource's marker, once the resource is gone. What stays is logged and fails nothing.</summary>
internal sealed class HelperTags(HttpClient http, SemelContext semel, ResourceDescriptor resource, ResourceReader reader, IReadOnlyList<PathArgument> arguments, ApiRequest? call)
{
    private readonly ResourceProbe _probe = new(http, semel);

    /// <param name="id">The resource that is gone.</param>
    /// <param name="marker">The marker that it carried.</param>
    /// <param name="keepsIdentity">Another resource carries the marker's identity.</param>
    /// <param name="cancellationToken">Stops; the tags stay.</param>
    public async Task RemoveAsync(string id, string? marker, bool keepsIdentity, CancellationToken cancellationToken)
    {
        if (resource.Marker is not { Kind: MarkerKind.Tags, HelperPath: { } path } field || !Marker.TryFind(marker, out var carried)) return;
        var key = new ResourceKey(semel.Scope, resource.Model, InstanceName.Of(id, arguments));
        await RemoveAsync(key, path, carried.ToString(), cancellationToken).ConfigureAwait(false);
        if (keepsIdentity) return;
        if (await WhoCarriesAsync(id, field, carried, cancellationToken).ConfigureAwait(false) is { } why) Log.HelperLeft(semel.Logger, key, carried.IdentityText, why);
        else await RemoveAsync(key, path, carried.IdentityText, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removing a tag takes it off everything: another generation that lives on would not be found again. Null: nobody carries it.</summary>
    private async Task<string?> WhoCarriesAsync(string id, MarkerField field, Marker carried, CancellationToken cancellationToken)
    {
        if (resource.List is null) return null;
        string? other = null;
        var value = field.Filter is null ? null : MarkerWriter.FilterOf(field, carried);
        try
        {
            var failed = await reader.ListAsync(field.Filter, value, item => other = IsOther(item, id, field, carried) ? ResourceReader.IdOf(resource, item) : other, cancellationToken).ConfigureAwait(false);
            return failed is not null ? failed.Evidence : other is null ? null : $"'{other}' carries it too";
        }
        catch (OperationCanceledException)
        {
            return "cancelled";
        }
    }

    private bool IsOther(System.Text.Json.Nodes.JsonObject item, string id, MarkerField field, Marker carried) =>
        ResourceReader.IdOf(resource, item) != id && MarkerWriter.Read(item, field).Any(carried.SameIdentity);

    private async Task RemoveAsync(ResourceKey key, string path, string tag, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Delete, PathTemplate.Fill(path, arguments, tag));
            if (call is not null) request.Like(call, resource.CarriedParameters);
            if (await _probe.DeleteAsync(request, cancellationToken).ConfigureAwait(false) is DeleteReply.Unknown unknown) Log.HelperLeft(semel.Logger, key, tag, unknown.Evidence);
        }
        catch (Exception failed)
        {
            Log.HelperLeft(semel.Logger, key, tag, failed.GetType().Name);
        }
    }
}
