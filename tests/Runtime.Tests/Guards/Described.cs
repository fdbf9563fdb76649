using CloudModels;
using Semel.Runtime.Tests.Scenarios;

namespace Semel.Runtime.Tests.Guards;

/// <summary>Servers of the small cloud, described as other APIs might be.</summary>
internal static class Described
{
    public static ResourceDescriptor Servers(Guarantee guarantee, string? nameInRequest = "name", string? nameInResource = "name", bool marker = true,
        bool lookFirst = true, bool canRead = true, bool canList = true, MarkerField? field = null) => new()
        {
            Model = "Servers",
            Guarantee = guarantee,
            CreatePath = "/v1/servers",
            CreateEnvelope = "server",
            Id = "id",
            IdParameter = "server_id",
            ReadPath = canRead ? "/v1/servers/{server_id}" : null,
            ReadEnvelope = "server",
            List = canList ? new ResourceList("/v1/servers", "servers", new PageNumberPaging("page", NextLink: "links.next"), nameInResource is null ? null : "name") : null,
            NameInRequest = nameInRequest,
            NameInResource = nameInResource,
            Marker = marker ? field ?? new MarkerField(MarkerKind.Tags, "tags", "tag_name") : null,
            LookFirst = lookFirst,
        };

    public static ResourceClient<Server> Client(Scenario scenario, ResourceDescriptor descriptor) => new(scenario.Http, scenario.Semel, descriptor);
}
