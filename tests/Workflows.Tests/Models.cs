namespace Semel.Workflows.Tests;

[ExtensionModel("cloud.yaml", "/v1/networks")]
public sealed partial class Networks;

[ExtensionModel("cloud.yaml", "/v1/networks", Verify = Verify.WithGet)]
public sealed partial class VerifiedNetworks;

[ExtensionModel("cloud.yaml", "/v1/networks", OnExists = OnExists.Adopt)]
public sealed partial class OwnedNetworks;

[ExtensionModel("cloud.yaml", "/v1/networks", OnExists = OnExists.Update)]
public sealed partial class UpdatedNetworks;

[ExtensionModel("cloud.yaml", "/v1/tags", OnExists = OnExists.Adopt)]
public sealed partial class Tags;

[ExtensionModel("cloud.yaml", "/v1/servers")]
public sealed partial class Servers;

[ExtensionModel("cloud.yaml", "/v1/servers", Verify = Verify.WithGet)]
public sealed partial class VerifiedServers;

[ExtensionModel("cloud.yaml", "/v1/load_balancers")]
public sealed partial class LoadBalancers;

[ExtensionModel("cloud.yaml", "/v1/firewalls")]
public sealed partial class Firewalls;

[ExtensionModel("cloud.yaml", "/v1/volumes")]
public sealed partial class Volumes;

[ExtensionModel("cloud.yaml", "/v1/certificates", Guarantee = Guarantee.AtMostOnce)]
public sealed partial class Certificates;
