namespace Semel.Samples.Web;

/// <summary>Networks: the API refuses a second one of the same name, and the description carries the marker.</summary>
[ExtensionModel("cloud.yaml", "/v1/networks")]
public sealed partial class Networks;

/// <summary>Tags: the name is the id, and this program owns the names in its account.</summary>
[ExtensionModel("cloud.yaml", "/v1/tags", OnExists = OnExists.Adopt)]
public sealed partial class Tags;

/// <summary>Servers: names may repeat, so that each carries a marker among its tags.</summary>
[ExtensionModel("cloud.yaml", "/v1/servers")]
public sealed partial class Servers;

/// <summary>Load balancers: like servers.</summary>
[ExtensionModel("cloud.yaml", "/v1/load_balancers")]
public sealed partial class LoadBalancers;

/// <summary>Firewalls: names are unique, and the description carries the marker.</summary>
[ExtensionModel("cloud.yaml", "/v1/firewalls")]
public sealed partial class Firewalls;
