using CloudModels;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>Kinds of the small cloud, described by hand, with what a case wants to be different.</summary>
internal static class Kinds
{
    public static readonly ResourceDescriptor Servers = new()
    {
        Model = "Servers",
        Guarantee = Guarantee.Marker,
        CreatePath = "/v1/servers",
        CreateEnvelope = "server",
        Id = "id",
        IdParameter = "server_id",
        ReadPath = "/v1/servers/{server_id}",
        ReadEnvelope = "server",
        DeletePath = "/v1/servers/{server_id}",
        List = new("/v1/servers", "servers", new PageNumberPaging("page", "per_page", 200, "links.next", "meta.total"), NameFilter: "name"),
        NameInRequest = "name",
        NameInResource = "name",
        Marker = new(MarkerKind.Tags, "tags", Filter: "tag"),
        Secrets = ["user_data"],
    };

    public static ResourceDescriptor With(Action<Changes> change)
    {
        var changes = new Changes();
        change(changes);
        return new ResourceDescriptor
        {
            Model = Servers.Model,
            Guarantee = changes.Guarantee,
            CreatePath = Servers.CreatePath,
            CreateEnvelope = Servers.CreateEnvelope,
            Id = Servers.Id,
            IdParameter = Servers.IdParameter,
            ReadPath = Servers.ReadPath,
            ReadEnvelope = Servers.ReadEnvelope,
            DeletePath = Servers.DeletePath,
            List = Servers.List,
            NameInRequest = Servers.NameInRequest,
            NameInResource = Servers.NameInResource,
            Marker = Servers.Marker,
            Secrets = Servers.Secrets,
            Ready = changes.Ready,
            OnFailed = changes.OnFailed,
        };
    }

    public static ResourceClient<Server> Client(this Scenario scenario, ResourceDescriptor? descriptor = null, SemelContext? semel = null) =>
        new(scenario.Http, semel ?? scenario.Semel, descriptor ?? Servers);

    public static Task<Ensured<Server>> EnsureAsync(this ResourceClient<Server> client, CreateOptions<Server>? options = null, string instance = "web-1", ServerRequest? request = null) =>
        client.CreateAsync(instance, request ?? Scenario.Web1, [], options ?? new(), TestContext.Current.CancellationToken);

    public sealed class Changes
    {
        public Guarantee Guarantee { get; set; } = Guarantee.Marker;

        public ReadyCondition? Ready { get; set; }

        public OnFailed OnFailed { get; set; }
    }
}
