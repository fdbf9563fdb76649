using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Sends one update: what changed with a PATCH, the whole with a PUT.</summary>
internal sealed class ResourceUpdater(HttpClient http, SemelContext semel, Wanted wanted, ResourceReader reader)
{
    private readonly ApiClient _api = new(http, semel, wanted.Resource.Errors);
    private readonly UpdateBody _body = new(wanted);

    public async Task<CreateEvent> RunAsync(LiveRecord live, IReadOnlyList<Difference> differences, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.IsOver) return new CreateEvent.NotKnown(null, "the time for sending this update was over before it was sent");
        Marker.TryFind(live.Marker, out var marker);
        return await SendAsync(live.Id, [.. differences.Select(difference => difference.Root).Distinct()], live.Input, marker, deadline, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="id">The id.</param>
    /// <param name="properties">The properties of the request that are to become as they are wanted.</param>
    /// <param name="before">The input as it was recorded.</param>
    /// <param name="marker">Ours, which stays where the update writes its field.</param>
    /// <param name="deadline">No first byte is sent after it; null: there is none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<CreateEvent> SendAsync(string id, IReadOnlyList<string> properties, JsonObject? before, Marker? marker, Deadline? deadline, CancellationToken cancellationToken)
    {
        var update = wanted.Resource.Update!;
        JsonObject? current = null;
        if (_body.NeedsCurrent(properties) || (update.NeedsIfMatch && reader.ETagOf(id) is null))
        {
            var read = await reader.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (read is CreateEvent.SeenAbsent) return new CreateEvent.UpdateRefused(404, $"'{id}' does not exist");
            if (read is not CreateEvent.SeenPresent { Body: { } shown }) return read;
            current = shown;
        }

        var body = _body.Of(properties, before, current);
        if (marker is not null && wanted.Resource.Marker is { } field) MarkerWriter.Keep(body, field, marker);
        var request = WithBody(new ResourceServers(http, semel, wanted.Resource).Request(new HttpMethod(update.Method), update.Path), update, body).Secrets(wanted.Resource.Secrets).Like(wanted.Call, wanted.Resource.CarriedParameters);
        if (deadline is not null) request.BeforeFirstByte(() => RefuseLate(deadline));
        if (reader.ETagOf(id) is { } etag) request.Header("If-Match", etag);
        foreach (var argument in wanted.Arguments.Where(argument => PathTemplate.HasParameter(update.Path, argument.Name))) request.Path(argument.Name, argument.Value);
        foreach (var part in IdPath.Arguments(wanted.Resource.IdParameter!, id)) request.Path(part.Name, part.Value);
        return await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A runner that was held up must not send: others may have updated it meanwhile.</summary>
    private static void RefuseLate(Deadline deadline)
    {
        if (deadline.IsOver) throw new TimeoutException("the time for sending this update is over");
    }

    private static ApiRequest WithBody(ApiRequest request, ResourceUpdate update, JsonObject body) => update.Content switch
    {
        UpdateContent.Json => update.MediaType is { } mediaType ? request.Body(body).ContentType(mediaType) : request.Body(body),
        UpdateContent.Form => request.Form(body),
        UpdateContent.Multipart => request.Multipart(body),
    };

    private async Task<CreateEvent> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await _api.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new CreateEvent.Updated();
        }
        catch (ApiException refused) when (refused.Status is { } status && (CreateStatus.ProvesNotApplied(status) || status is 404 or 409 or 410 or 412 or 423 or 428))
        {
            return new CreateEvent.UpdateRefused(status, refused.Problem is null ? $"status {status}" : $"status {status}: {refused.Problem}", refused);
        }
        catch (ApiException unknown)
        {
            return new CreateEvent.NotKnown(unknown.Status, unknown.Message, unknown);
        }
    }
}
