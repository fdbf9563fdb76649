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

/// <summary>Load balancers: the API offers nothing to find one again by, and that is accepted.</summary>
[ExtensionModel("bundled.json", "/v2/load_balancers", Guarantee = Guarantee.AtMostOnce)]
public sealed partial class LoadBalancers;

/// <summary>Firewalls: the same.</summary>
[ExtensionModel("bundled.json", "/v2/firewalls", Guarantee = Guarantee.AtMostOnce)]
public sealed partial class Firewalls;
