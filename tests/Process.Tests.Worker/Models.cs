namespace Semel.Processes;

[ExtensionModel("cloud.yaml", "/v1/buckets/{bucket_name}")]
internal sealed partial class Buckets;

[ExtensionModel("cloud.yaml", "/v1/volumes")]
internal sealed partial class Volumes;

[ExtensionModel("cloud.yaml", "/v1/networks")]
internal sealed partial class Networks;

[ExtensionModel("cloud.yaml", "/v1/servers")]
internal sealed partial class Servers;

[ExtensionModel("cloud.yaml", "/v1/servers", Marker = "", Guarantee = Guarantee.AtMostOnce)]
internal sealed partial class UnmarkedServers;

[ExtensionModel("cloud.yaml", "/v1/servers", LookFirst = false)]
internal sealed partial class UnlookedServers;

[ExtensionModel("cloud.yaml", "/v1/servers", Ready = "status=active")]
internal sealed partial class AwaitedServers;

[ExtensionModel("cloud.yaml", "/v1/servers", OnDrift = OnDrift.Replace)]
internal sealed partial class ReplacedServers;

[ExtensionModel("cloud.yaml", "/v1/servers", OnDrift = OnDrift.Replace, ReplaceOrder = ReplaceOrder.CreateFirst)]
internal sealed partial class RenewedServers;

[ExtensionModel("cloud.yaml", "/v1/networks", OnDrift = OnDrift.Update)]
internal sealed partial class UpdatedNetworks;

[ExtensionModel("cloud.yaml", "/v1/databases")]
internal sealed partial class Databases;
