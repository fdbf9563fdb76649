namespace Semel.Samples.DigitalOcean;

/// <summary>Networks.</summary>
[ExtensionModel("bundled.json", "/v2/vpcs")]
public sealed partial class Vpcs;

/// <summary>Tags: the name is the id, and this program owns the names in its account.</summary>
[ExtensionModel("bundled.json", "/v2/tags", OnExists = OnExists.Adopt)]
public sealed partial class Tags;

/// <summary>Virtual machines.</summary>
[ExtensionModel("bundled.json", "/v2/droplets")]
public sealed partial class Droplets;

/// <summary>Load balancers.</summary>
[ExtensionModel("bundled.json", "/v2/load_balancers")]
public sealed partial class LoadBalancers;

/// <summary>Firewalls.</summary>
[ExtensionModel("bundled.json", "/v2/firewalls")]
public sealed partial class Firewalls;
