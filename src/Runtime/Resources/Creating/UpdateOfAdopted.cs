using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Brings a resource that was there before to what is wanted, as far as the API updates it.</summary>
internal sealed class UpdateOfAdopted(HttpClient http, SemelContext semel, Wanted wanted, ResourceReader reader)
{
    private readonly ApiClient _api = new(http, semel);

    public async Task<CreateEvent> RunAsync(JsonObject recorded, CancellationToken cancellationToken)
    {
        var update = wanted.Resource.Update!;
        var id = ResourceReader.IdOf(wanted.Resource, recorded)!;
        var body = new JsonObject();
        if (update.Method == "PUT") // it replaces: what nothing is wanted of stays as it is now
        {
            var read = await reader.FindAsync(id, cancellationToken).ConfigureAwait(false);
            if (read is not CreateEvent.SeenPresent { Body: { } current }) return new CreateEvent.FollowUpFailed(new ApiException($"'{id}' could not be read before its PUT.", HttpMethod.Get, wanted.Resource.ReadPath ?? update.Path));
            Take(body, current, update.Properties);
        }

        var wants = Take(body, wanted.Body, update.Properties);
        var request = WithBody(new ApiRequest(new HttpMethod(update.Method), update.Path), update.Content, body).Secrets(wanted.Resource.Secrets).Like(wanted.Call, wanted.Resource.CarriedParameters);
        foreach (var argument in wanted.Arguments.Where(argument => PathTemplate.HasParameter(update.Path, argument.Name))) request.Path(argument.Name, argument.Value);
        request.Path(wanted.Resource.IdParameter!, id);
        try
        {
            if (wants > 0) await _api.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new CreateEvent.FollowedUp();
        }
        catch (ApiException exception)
        {
            return new CreateEvent.FollowUpFailed(exception);
        }
    }

    private static ApiRequest WithBody(ApiRequest request, UpdateContent content, JsonObject body) => content switch
    {
        UpdateContent.Json => request.Body(body),
        UpdateContent.Form => request.Form(body),
        UpdateContent.Multipart => request.Multipart(body),
    };

    private static int Take(JsonObject body, JsonObject from, IReadOnlyList<string> properties)
    {
        var taken = 0;
        foreach (var property in properties)
        {
            if (!from.TryGetPropertyValue(property, out var value)) continue;
            body[property] = value?.DeepClone();
            taken++;
        }

        return taken;
    }
}
