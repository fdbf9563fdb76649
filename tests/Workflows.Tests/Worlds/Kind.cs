using CloudModels;

namespace Semel.Workflows.Tests.Worlds;

/// <summary>A kind of network or server, as one of many policies declares it.</summary>
internal static class Kind
{
    public static ResourceDescriptor Network(OnExists onExists, OnDrift onDrift, Verify verify) => new()
    {
        Model = "Networks",
        Guarantee = Guarantee.UniqueName,
        CreatePath = "/v1/networks",
        CreateEnvelope = "network",
        Id = "id",
        IdParameter = "network_id",
        ReadPath = "/v1/networks/{network_id}",
        ReadEnvelope = "network",
        DeletePath = "/v1/networks/{network_id}",
        Update = new("PUT", "/v1/networks/{network_id}", ["name", "description"]),
        List = new("/v1/networks", "networks", new PageNumberPaging("page", "per_page", 200, "links.next", "meta.total"), NameFilter: "name"),
        NameInRequest = "name",
        NameInResource = "name",
        OnExists = onExists,
        OnDrift = onDrift,
        Verify = verify,
    };

    public static ResourceDescriptor Server(OnDrift onDrift, Verify verify) => new()
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
        OnDrift = onDrift,
        Verify = verify,
    };
}
