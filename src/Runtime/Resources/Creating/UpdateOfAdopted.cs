using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Brings a resource that was there before to what is wanted, as far as the API updates it.</summary>
internal sealed class UpdateOfAdopted(Wanted wanted, ResourceUpdater updater)
{
    public async Task<CreateEvent> RunAsync(JsonObject recorded, CancellationToken cancellationToken)
    {
        var id = ResourceReader.IdOf(wanted.Resource, recorded)!;
        var properties = wanted.Resource.Update!.Properties.Where(wanted.Body.ContainsKey).ToList();
        if (properties.Count == 0) return new CreateEvent.FollowedUp();
        return await updater.SendAsync(id, properties, before: null, marker: null, deadline: null, cancellationToken).ConfigureAwait(false) switch
        {
            CreateEvent.Updated => new CreateEvent.FollowedUp(),
            CreateEvent.UpdateRefused refused => new CreateEvent.FollowUpFailed(refused.Cause ?? Failed(id, refused.Evidence)),
            CreateEvent.NotKnown unknown => new CreateEvent.FollowUpFailed(unknown.Cause ?? Failed(id, unknown.Evidence)),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    private ApiException Failed(string id, string evidence) =>
        new($"'{id}' was not updated: {evidence}.", new HttpMethod(wanted.Resource.Update!.Method), wanted.Resource.Update.Path);
}
