using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Brings a resource that was there before to what is wanted, as far as the API updates it.</summary>
internal sealed class UpdateOfAdopted(HttpClient http, SemelContext semel, Wanted wanted)
{
    private readonly ApiClient _api = new(http, semel);

    public async Task<CreateEvent> RunAsync(JsonObject resource, CancellationToken cancellationToken)
    {
        var update = wanted.Resource.Update!;
        var body = new JsonObject();
        foreach (var property in update.Properties)
        {
            // a PUT replaces: what nothing is wanted of stays as it is
            if (wanted.Input.TryGetPropertyValue(property, out var value) || (update.Method == "PUT" && resource.TryGetPropertyValue(property, out value))) body[property] = value?.DeepClone();
        }

        var request = new ApiRequest(new HttpMethod(update.Method), update.Path).Body(body).Secrets(wanted.Resource.Secrets);
        foreach (var argument in wanted.Arguments.Where(argument => PathTemplate.HasParameter(update.Path, argument.Name))) request.Path(argument.Name, argument.Value);
        request.Path(wanted.Resource.IdParameter!, ResourceReader.IdOf(wanted.Resource, resource)!);
        try
        {
            if (body.Count > 0) await _api.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new CreateEvent.FollowedUp();
        }
        catch (ApiException exception)
        {
            return new CreateEvent.FollowUpFailed(exception);
        }
    }
}
