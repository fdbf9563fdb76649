namespace Semel.Runtime.Tests.Scenarios;

[ExtensionModel("cloud.yaml", "/v1/networks")]
public sealed partial class Networks;

[ExtensionModel("cloud.yaml", "/v1/networks", OnExists = OnExists.Adopt)]
public sealed partial class OwnedNetworks;

[ExtensionModel("cloud.yaml", "/v1/tags")]
public sealed partial class Tags;

[ExtensionModel("cloud.yaml", "/v1/tags", OnExists = OnExists.Adopt)]
public sealed partial class OwnedTags;

[ExtensionModel("cloud.yaml", "/v1/servers")]
public sealed partial class Servers;

[ExtensionModel("cloud.yaml", "/v1/servers", Verify = Verify.WithGet)]
public sealed partial class VerifiedServers;

[ExtensionModel("cloud.yaml", "/v1/servers", LookFirst = false)]
public sealed partial class UnlookedServers;

[ExtensionModel("cloud.yaml", "/v1/servers", OnExists = OnExists.Adopt)]
public sealed partial class OwnedServers;

[ExtensionModel("cloud.yaml", "/v1/servers", Marker = "", Guarantee = Guarantee.AtMostOnce)]
public sealed partial class UnmarkedServers;

[ExtensionModel("cloud.yaml", "/v1/volumes")]
public sealed partial class Volumes;

[ExtensionModel("cloud.yaml", "/v1/volumes", Ready = "status=active", Failed = "status=off")]
public sealed partial class AwaitedVolumes;

[ExtensionModel("cloud.yaml", "/v1/buckets/{bucket_name}")]
public sealed partial class Buckets;

[ExtensionModel("cloud.yaml", "/v1/certificates", Guarantee = Guarantee.AtMostOnce)]
public sealed partial class Certificates;

[ExtensionModel("cloud.yaml", "/v1/databases")]
public sealed partial class Databases;

[ExtensionModel("cloud.yaml", "/v1/databases", Ready = "status=ready", Failed = "status=error")]
public sealed partial class AwaitedDatabases;
