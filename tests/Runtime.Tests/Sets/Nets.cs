namespace Semel.Runtime.Tests.Sets;

/// <summary>Written by the generator from <c>nets.yaml</c>: what the request calls by an id.</summary>
[ExtensionModel("nets.yaml", "/networks/{network_id}/members")]
public sealed partial class Members;

/// <summary>The same, where the set is ours alone.</summary>
[ExtensionModel("nets.yaml", "/networks/{network_id}/members", OwnsSet = true)]
public sealed partial class OwnMembers;

/// <summary>What nothing but its content tells from others, and the API makes as often as it is asked.</summary>
[ExtensionModel("nets.yaml", "/networks/{network_id}/rules", Guarantee = Guarantee.AtMostOnce)]
public sealed partial class Rules;

/// <summary>What is put at an address.</summary>
[ExtensionModel("nets.yaml", "/networks/{network_id}/guests/{name}", Guarantee = Guarantee.Natural)]
public sealed partial class Guests;
