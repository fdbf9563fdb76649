using System.Text.Json.Nodes;

namespace Semel.Processes;

/// <summary>Alertmanager's silences: <c>shared/specs/alertmanager/openapi.yaml</c>, written by hand as far as it is needed.</summary>
/// <remarks>A POST without an id makes a new silence each time; the reply holds nothing but its id.</remarks>
internal sealed class Silences(HttpClient http, SemelContext semel)
{
    private static readonly ResourceDescriptor Description = new()
    {
        Model = nameof(Silences),
        Guarantee = Guarantee.Marker,
        CreatePath = "/api/v2/silences",
        Id = "id",
        IdParameter = "silenceID",
        ReadPath = "/api/v2/silence/{silenceID}",
        DeletePath = "/api/v2/silence/{silenceID}",
        List = new ResourceList("/api/v2/silences", null),
        Marker = new MarkerField(MarkerKind.Text, "comment"),
    };

    private readonly ResourceClient<Silence> client = new(http, semel, Description);

    public Task<Ensured<Silence>> CreateAsync(string instance, Silence silence) => client.CreateAsync(instance, silence, [], CancellationToken.None);

    public Task DeleteAsync(string id) => client.DeleteAsync(id, [], CancellationToken.None);
}

/// <summary>A silence as JSON.</summary>
internal sealed class Silence(JsonObject json) : View(json), IView<Silence>
{
    public static Silence Wrap(JsonObject json) => new(json);

    /// <summary>From now until long after the test.</summary>
    public static Silence Of(string instance) => new(new JsonObject
    {
        ["matchers"] = new JsonArray(new JsonObject { ["name"] = "alertname", ["value"] = instance, ["isRegex"] = false }),
        ["startsAt"] = "2020-01-01T00:00:00Z",
        ["endsAt"] = "2100-01-01T00:00:00Z",
        ["createdBy"] = "semel",
        ["comment"] = $"maintenance of {instance}",
    });
}
